package io.keystile.auth.limit;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;

/**
 * A row of {@code keystile_quota}, or, on its way there, what is to be added to one. Instants are
 * milliseconds since the epoch. The table's key is the id together with the period.
 */
@MappedEntity("keystile_quota")
record QuotaRow(
    @Id String keyId, String period, long windowStart, long windowEnd, long used, long updatedAt) {}
