package io.keystile.auth.web;

import io.keystile.auth.Verdict;

/**
 * A refusal on its way to the caller.
 *
 * @param verdict what was decided
 * @param presented whether the request carried a key
 * @param requestId {@code X-Request-Id}
 * @param receiptId {@code X-Keystile-Receipt}: under it an operator finds the refusal
 * @since 0.1
 */
public record Refusal(
    Verdict.Rejected verdict, boolean presented, String requestId, String receiptId) {}
