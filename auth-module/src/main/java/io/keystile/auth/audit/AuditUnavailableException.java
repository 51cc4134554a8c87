package io.keystile.auth.audit;

import io.keystile.auth.KeystileException;
import org.jspecify.annotations.Nullable;

/**
 * Thrown when a change cannot be written into the audit log; it was not made. The message names the
 * remedy.
 *
 * @since 0.1
 */
public final class AuditUnavailableException extends KeystileException {

  private static final long serialVersionUID = 1L;

  AuditUnavailableException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
