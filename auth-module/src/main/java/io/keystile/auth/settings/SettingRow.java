package io.keystile.auth.settings;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;

/** A row of {@code keystile_setting}. */
@MappedEntity("keystile_setting")
record SettingRow(@Id String name, String value, long changedAt) {}
