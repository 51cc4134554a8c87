package io.keystile.auth.receipt;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import org.jspecify.annotations.Nullable;

/** A row of {@code keystile_receipt}. */
@MappedEntity("keystile_receipt")
record ReceiptRow(
    @Id String id,
    long at,
    String reason,
    int status,
    String message,
    @Nullable String keyId,
    String method,
    String route,
    @Nullable String address,
    @Nullable String peer,
    String requestId,
    String checks) {}
