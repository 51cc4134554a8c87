package io.keystile.auth.keys;

import com.github.f4b6a3.ulid.UlidFactory;
import io.keystile.auth.ApiKeyId;
import jakarta.inject.Singleton;
import java.time.Clock;

/** Ids that sort by the time they were made: a ULID behind the prefix. Safe for several threads. */
@Singleton
final class KeyIds {

  // Its own: whoever shared it with another clock would put its ids out of order.
  private final UlidFactory ulids = UlidFactory.newMonotonicInstance();
  private final Clock clock;

  KeyIds(Clock clock) {
    this.clock = clock;
  }

  String next() {
    return ApiKeyId.PREFIX + ulids.create(clock.millis());
  }
}
