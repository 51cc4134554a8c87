package io.keystile.auth.host;

import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import org.jspecify.annotations.Nullable;

/** A row of the application's own. */
@MappedEntity("note")
record Note(@Id @GeneratedValue @Nullable Long id, String text) {}
