package io.keystile.auth.store;

import io.keystile.auth.KeystileException;
import org.jspecify.annotations.Nullable;

/**
 * Thrown when the store cannot be used at start. The message names the file and the remedy, and is
 * fit for people.
 *
 * @since 0.1
 */
public final class StoreNotUsableException extends KeystileException {

  private static final long serialVersionUID = 1L;

  StoreNotUsableException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
