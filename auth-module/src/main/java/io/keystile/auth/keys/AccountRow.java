package io.keystile.auth.keys;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A row of {@code keystile_account}. */
@MappedEntity("keystile_account")
record AccountRow(
    @Id String name,
    @Nullable String description,
    String scopes,
    boolean enabled,
    long createdAt,
    long version) {

  Account toAccount() {
    return new Account(
        name,
        description,
        KeyColumns.scopes(scopes),
        enabled,
        Instant.ofEpochMilli(createdAt),
        version);
  }
}
