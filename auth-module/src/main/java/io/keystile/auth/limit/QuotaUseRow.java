package io.keystile.auth.limit;

import io.micronaut.core.annotation.Introspected;
import org.jspecify.annotations.Nullable;

/** A row of {@code keystile_quota} with what is needed of its key, which may not be stored. */
@Introspected
record QuotaUseRow(
    String keyId,
    String period,
    long windowStart,
    long windowEnd,
    long used,
    long updatedAt,
    @Nullable String name,
    @Nullable String hint,
    @Nullable String owner,
    @Nullable String rateLimits,
    @Nullable String quotas) {}
