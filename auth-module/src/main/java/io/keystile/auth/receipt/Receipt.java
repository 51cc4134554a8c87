package io.keystile.auth.receipt;

import io.keystile.auth.ApiKeyId;
import io.keystile.auth.policy.CheckOutcome;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why one call was refused. For operators: it tells more than a caller may learn, but never a key.
 *
 * @param id what the caller was told as {@code X-Keystile-Receipt}
 * @param at when
 * @param reason the code of the reason
 * @param status the status of the answer
 * @param message the sentence of the answer
 * @param keyId the key that was recognised, or null when none was
 * @param method the method of the request
 * @param route the template of the route, or {@code -} where there is none: a path may hold what
 *     does not belong here
 * @param address the caller's address, or null when it could not be told
 * @param peer the other end of the connection where that is somebody else, such as a proxy; or null
 * @param requestId what the caller was told as {@code X-Request-Id}
 * @param checks what each check said, in their order
 * @since 0.1
 */
public record Receipt(
    String id,
    Instant at,
    String reason,
    int status,
    String message,
    @Nullable ApiKeyId keyId,
    String method,
    String route,
    @Nullable String address,
    @Nullable String peer,
    String requestId,
    List<CheckOutcome> checks) {

  public Receipt {
    checks = List.copyOf(checks);
  }
}
