package io.keystile.auth.keys;

/**
 * Thrown when a key cannot be shown again. The message says why.
 *
 * @since 0.1
 */
public final class KeyNotRecoverableException extends ConflictException {

  private static final long serialVersionUID = 1L;

  KeyNotRecoverableException(String message) {
    super(message);
  }
}
