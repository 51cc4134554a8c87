package io.keystile.auth.keys;

/**
 * What somebody says yes to, where a change could do harm that is easily overlooked.
 *
 * @since 0.1
 */
public enum Confirmation {
  /** The key may become usable from every address: no enabled entry stays in its allow list. */
  OPEN_ADDRESSES,
  /** Nobody may be left who can manage keys with a key. */
  LAST_WAY_IN
}
