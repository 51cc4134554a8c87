package io.keystile.auth.usage;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one counter has to tell the store.
 *
 * @param use what was accepted, or null when nothing was
 * @param hours what became of the calls, by hour and reason
 */
record TakenUse(@Nullable UseRow use, List<UsageRow> hours) {}
