package io.keystile.auth.keys;

import io.keystile.auth.KeyStatus;
import io.keystile.auth.keys.KeyOrder.By;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Where the keys that fit can begin in an order that tells something of them. */
final class KeyStart {

  private static final Set<KeyStatus> OPEN = Set.of(KeyStatus.ACTIVE, KeyStatus.EXHAUSTED);
  private static final Set<KeyStatus> OVER = Set.of(KeyStatus.EXPIRED);

  private KeyStart() {}

  /** A place before all of them, or null for the very beginning. */
  static @Nullable KeyCursor of(KeyQuery query, Instant now) {
    KeyOrder order = query.order();
    if (order.by() == By.LAST_USED && order.descending()) {
      return at(order, query.neverUsed() ? Instant.ofEpochMilli(1) : query.unusedSince());
    }
    if (order.by() != By.EXPIRES) {
      return null;
    }
    if (order.descending()) {
      boolean over = query.statuses().equals(OVER);
      return at(order, over ? now.plusMillis(1) : query.expiringBefore());
    }
    boolean open = !query.statuses().isEmpty() && OPEN.containsAll(query.statuses());
    return at(order, open ? now : null);
  }

  private static @Nullable KeyCursor at(KeyOrder order, @Nullable Instant instant) {
    return instant == null
        ? null
        : new KeyCursor(order, false, "", Long.toString(instant.toEpochMilli()));
  }
}
