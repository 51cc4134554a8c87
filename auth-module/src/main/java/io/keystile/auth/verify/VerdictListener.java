package io.keystile.auth.verify;

import io.keystile.auth.Verdict;

/**
 * Hears of every verdict, on the thread of the request and in its context: it must be fast, must
 * not block and must not throw.
 *
 * @since 0.1
 */
public interface VerdictListener {

  /** A call was decided. */
  void decided(Verdict verdict);
}
