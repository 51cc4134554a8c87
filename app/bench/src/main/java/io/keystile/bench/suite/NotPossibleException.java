package io.keystile.bench.suite;

import java.io.Serial;

/** Something is missing that a suite needs; the message says what. */
public final class NotPossibleException extends RuntimeException {

  @Serial private static final long serialVersionUID = 1L;

  /** For this reason. */
  public NotPossibleException(String reason) {
    super(reason);
  }
}
