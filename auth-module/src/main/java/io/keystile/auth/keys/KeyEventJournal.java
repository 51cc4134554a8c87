package io.keystile.auth.keys;

/**
 * Keeps what happens to keys, in the transaction of the change: both are written, or neither. What
 * it throws undoes the change. Must not change keys.
 *
 * @since 0.1
 */
public interface KeyEventJournal {

  /** Keeps one event. */
  void keep(KeyEvent event);
}
