package io.keystile.auth.usage;

import java.time.LocalDate;

/**
 * What became of the calls of one day.
 *
 * @param day in UTC
 * @param calls what became of them
 * @since 0.1
 */
public record UsageDay(LocalDate day, UsageCalls calls) {}
