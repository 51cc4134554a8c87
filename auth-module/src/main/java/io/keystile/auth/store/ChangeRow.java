package io.keystile.auth.store;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;

/** A row of {@code keystile_change}. */
@MappedEntity("keystile_change")
record ChangeRow(@Id long seq, long at) {}
