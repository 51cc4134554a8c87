package io.keystile.auth.keys;

import io.keystile.auth.ApiKeyId;
import io.keystile.auth.KeystileException;

/**
 * Thrown when there is no key with the id that was named.
 *
 * @since 0.1
 */
public final class KeyNotFoundException extends KeystileException {

  private static final long serialVersionUID = 1L;

  KeyNotFoundException(ApiKeyId id) {
    super("There is no key with the id " + id + "; look it up with: keys list", null);
  }
}
