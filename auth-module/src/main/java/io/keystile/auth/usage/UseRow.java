package io.keystile.auth.usage;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import org.jspecify.annotations.Nullable;

/** A row of {@code keystile_use}: one secret of one key. */
@MappedEntity("keystile_use")
record UseRow(
    @Id String keyId, int generation, long requests, long lastAt, @Nullable String lastFrom) {}
