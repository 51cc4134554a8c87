package io.keystile.auth.keys;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;

/**
 * A row of {@code keystile_prefix}.
 *
 * @param prefix a prefix that keys were generated under, or nothing for keys of any shape
 * @param foreignKeys whether keys that were not generated may begin with it
 */
@MappedEntity("keystile_prefix")
record PrefixRow(@Id String prefix, boolean foreignKeys) {}
