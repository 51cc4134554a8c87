package io.keystile.auth;

import java.util.Locale;

/**
 * What a key is worth at one moment.
 *
 * @since 0.1
 */
public enum KeyStatus {
  /** It is accepted. */
  ACTIVE,
  /** An operator, or the state of its owner, keeps it from being accepted. */
  DISABLED,
  /** Its time is over. */
  EXPIRED,
  /** Its time has not come. */
  NOT_YET_VALID,
  /** A quota is used up. */
  EXHAUSTED;

  /** As JSON and the command line spell it. */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }
}
