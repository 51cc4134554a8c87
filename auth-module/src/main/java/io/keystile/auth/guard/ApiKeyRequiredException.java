package io.keystile.auth.guard;

import io.keystile.auth.KeystileException;
import io.keystile.auth.Verdict;

/**
 * Thrown when a guarded method is called without an accepted caller, or by one that lacks its
 * scopes. Within a request it is rendered like any refusal.
 *
 * @since 0.1
 */
public final class ApiKeyRequiredException extends KeystileException {

  private static final long serialVersionUID = 1L;

  private final transient Verdict.Rejected refusal;

  ApiKeyRequiredException(String method, Verdict.Rejected refusal) {
    super(
        method
            + " is guarded by @ApiKeyProtected and was refused ("
            + refusal.reason().code()
            + "). Call it within a request with an accepted key, or through Callers.runAs.",
        null);
    this.refusal = refusal;
  }

  /** Why the call was refused. */
  public Verdict.Rejected refusal() {
    return refusal;
  }
}
