package io.keystile.auth.usage;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;

/** An address of one key, of {@code keystile_use} or {@code keystile_address}. */
@MappedEntity("keystile_address")
record AddressRow(@Id String address, long lastAt) {}
