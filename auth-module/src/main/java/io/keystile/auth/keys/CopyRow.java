package io.keystile.auth.keys;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;

/** A row of {@code keystile_key_copy}: the secret of a key, sealed. */
@MappedEntity("keystile_key_copy")
record CopyRow(@Id String keyId, String masterId, String sealed) {}
