package io.keystile.auth.management;

import io.keystile.auth.KeystileException;
import io.micronaut.http.HttpStatus;

/** Thrown when a caller may not do what it asks for, or not so; nothing was changed. */
final class RefusedException extends KeystileException {

  private static final long serialVersionUID = 1L;

  private final HttpStatus status;
  private final String code;

  RefusedException(HttpStatus status, String code, String message) {
    super(message, null);
    this.status = status;
    this.code = code;
  }

  Problem problem() {
    return Problem.of(status, code, String.valueOf(getMessage()));
  }
}
