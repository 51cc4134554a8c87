package io.keystile.auth.keys;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of a listing.
 *
 * @param items the keys, in the order that was asked for
 * @param nextCursor what to ask with for the next page, or null when this is the last
 * @since 0.1
 */
public record KeyPage(List<ManagedKey> items, @Nullable String nextCursor) {

  public KeyPage {
    items = List.copyOf(items);
  }

  static int requireSize(int size) {
    if (size < 1 || size > ApiKeys.MAX_PAGE) {
      throw new IllegalArgumentException("size must be 1 to " + ApiKeys.MAX_PAGE);
    }
    return size;
  }
}
