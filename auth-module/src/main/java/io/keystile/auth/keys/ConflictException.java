package io.keystile.auth.keys;

import io.keystile.auth.KeystileException;

/**
 * Thrown when a change does not fit what is there: a name that is taken, keys that would be left
 * behind, a key that somebody else changed first. Nothing was changed.
 *
 * @since 0.1
 */
public class ConflictException extends KeystileException {

  private static final long serialVersionUID = 1L;

  ConflictException(String message) {
    super(message, null);
  }
}
