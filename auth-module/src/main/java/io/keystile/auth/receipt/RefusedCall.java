package io.keystile.auth.receipt;

import io.keystile.auth.Verdict;
import io.keystile.auth.address.ClientIp;
import org.jspecify.annotations.Nullable;

/**
 * A refusal as it happens; see {@link Receipt} for what the parts mean.
 *
 * @param at when, in milliseconds since the epoch
 * @param verdict why; what each check said is worked out from its evidence, later
 * @since 0.1
 */
public record RefusedCall(
    String id,
    long at,
    Verdict.Rejected verdict,
    String method,
    String route,
    @Nullable ClientIp address,
    @Nullable ClientIp peer,
    String requestId) {}
