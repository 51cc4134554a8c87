package io.keystile.auth.keys;

import io.keystile.auth.ApiKey;
import io.keystile.auth.ApiKeyId;
import io.keystile.auth.Scopes;
import io.keystile.auth.secret.KeyDigest;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.TypeDef;
import io.micronaut.data.model.DataType;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A row of {@code keystile_key}; instants are milliseconds since the epoch. */
@MappedEntity("keystile_key")
record KeyRow(
    @Id String id,
    String name,
    @Nullable String description,
    String hint,
    @TypeDef(type = DataType.BYTE_ARRAY, converter = DigestConverter.class) KeyDigest digest,
    String pepperId,
    String scopes,
    boolean enabled,
    boolean imported,
    long createdAt,
    @Nullable Long notBefore,
    @Nullable Long expiresAt,
    long version) {

  ManagedKey toManaged() {
    return new ManagedKey(
        new ApiKeyId(id),
        name,
        description,
        hint,
        grants(),
        enabled,
        imported,
        Instant.ofEpochMilli(createdAt),
        instant(notBefore),
        instant(expiresAt),
        version);
  }

  StoredKey toStored() {
    return new StoredKey(
        new ApiKey(new ApiKeyId(id), name, hint, null, grants(), Map.of()),
        enabled,
        notBefore == null ? Long.MIN_VALUE : notBefore,
        expiresAt == null ? Long.MAX_VALUE : expiresAt,
        KeyLimits.NONE);
  }

  private Scopes grants() {
    return scopes.isEmpty() ? Scopes.NONE : Scopes.of(List.of(scopes.split(" ")));
  }

  private static @Nullable Instant instant(@Nullable Long millis) {
    return millis == null ? null : Instant.ofEpochMilli(millis);
  }
}
