package io.keystile.auth;

import org.jspecify.annotations.Nullable;

/**
 * Thrown when something could not be done or checked. A refused key is not an exception but a
 * {@link Verdict}.
 *
 * @since 0.1
 */
public abstract class KeystileException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  protected KeystileException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
