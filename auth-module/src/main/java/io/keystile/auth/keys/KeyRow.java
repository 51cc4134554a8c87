package io.keystile.auth.keys;

import io.keystile.auth.secret.KeyDigest;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.TypeDef;
import io.micronaut.data.model.DataType;
import org.jspecify.annotations.Nullable;

/**
 * A row of {@code keystile_key}. Instants are milliseconds since the epoch; lists are JSON, or null
 * when empty.
 */
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
    long version,
    @Nullable String owner,
    @Nullable String windows,
    @Nullable String allowList,
    @Nullable String denyList,
    @Nullable String rateLimits,
    @Nullable String quotas,
    @Nullable String metadata,
    int generation,
    @TypeDef(type = DataType.BYTE_ARRAY, converter = DigestConverter.class)
        @Nullable KeyDigest previousDigest,
    @Nullable String previousHint,
    @Nullable Long previousEndsAt) {}
