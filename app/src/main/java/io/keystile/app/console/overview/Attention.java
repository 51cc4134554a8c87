package io.keystile.app.console.overview;

import io.keystile.auth.keys.ManagedKey;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Keys that need attention for one reason.
 *
 * @param concern why
 * @param keys some of them, at least one
 * @param more whether there are more
 */
public record Attention(Concern concern, List<Item> keys, boolean more) {

  /**
   * One key.
   *
   * @param key the key
   * @param at when it ends, was used last, or was made, as the concern has it; null for never
   * @param refused how many calls were refused, where that is the concern
   */
  public record Item(ManagedKey key, @Nullable Instant at, long refused) {}

  public Attention {
    keys = List.copyOf(keys);
  }
}
