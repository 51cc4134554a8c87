package io.keystile.auth.limit;

import org.jspecify.annotations.Nullable;

/**
 * Whoever keeps at hand where a key is counted, so that it need not be looked up for every call.
 * Safe for several threads when reads and writes of one reference are: what it keeps may be out of
 * use, and then is not believed.
 */
public interface RatePlace {

  /** What was kept last, or null. */
  @Nullable Tracked tracked();

  /** Keeps it in place of what was kept before. */
  void keep(Tracked tracked);
}
