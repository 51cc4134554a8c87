package io.keystile.auth.keys;

/** Says how often keys may be used that have no limits of their own. */
public interface DefaultLimits {

  /** The limits of keys without any of their own. */
  KeyLimits defaults();
}
