package io.keystile.auth.store;

import io.keystile.auth.KeystileException;
import org.jspecify.annotations.Nullable;

/**
 * Thrown when the store could not be asked or changed. Nothing was changed; a check that meets it
 * refuses.
 *
 * @since 0.1
 */
public final class StoreUnavailableException extends KeystileException {

  private static final long serialVersionUID = 1L;

  /** Names what was tried; the cause is for the log. */
  public StoreUnavailableException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
