package io.keystile.auth.web;

import io.keystile.auth.ApiKeyId;
import io.keystile.auth.Reason;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Application event: a call was refused. Published for the first of a kind from an address and then
 * at most every ten seconds, as the log tells it, so that a flood of wrong keys is no flood of
 * events; all of them are counted in the metrics. Published from a thread of its own; while a
 * listener takes its time, at most a thousand further events wait and the rest are left out.
 *
 * @param reason why
 * @param key the key that was recognised, or null when none was
 * @param address the caller's address, or {@code unknown}, or {@code unknown behind} and the peer
 * @param method the HTTP method
 * @param route the template of the route, or {@code -} when there is none
 * @param requestId {@code X-Request-Id} of the answer
 * @param receiptId {@code X-Keystile-Receipt} of the answer
 * @param at when
 * @since 0.1
 */
public record CallRefused(
    Reason reason,
    @Nullable ApiKeyId key,
    String address,
    String method,
    String route,
    String requestId,
    String receiptId,
    Instant at) {}
