package io.keystile.auth.notice;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;

/** A row of {@code keystile_outbox}. Instants are milliseconds since the epoch. */
@MappedEntity("keystile_outbox")
record OutboxRow(
    @Id String id, String type, String body, long createdAt, long nextAt, int attempts) {}
