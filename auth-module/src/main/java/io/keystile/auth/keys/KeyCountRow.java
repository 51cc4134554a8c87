package io.keystile.auth.keys;

import io.micronaut.core.annotation.Introspected;

/** How many keys have a status. */
@Introspected
record KeyCountRow(String status, long number) {}
