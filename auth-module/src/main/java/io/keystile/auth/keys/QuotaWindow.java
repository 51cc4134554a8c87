package io.keystile.auth.keys;

import java.time.Instant;

/**
 * The stretch of time in which a quota counts.
 *
 * @param start its first instant
 * @param end the first instant after it: the quota begins anew
 * @since 0.1
 */
public record QuotaWindow(Instant start, Instant end) {}
