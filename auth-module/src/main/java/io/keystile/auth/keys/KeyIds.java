package io.keystile.auth.keys;

import com.github.f4b6a3.ulid.UlidCreator;
import io.keystile.auth.ApiKeyId;
import java.time.Clock;

/** Ids that sort by the time they were made: a ULID behind the prefix. */
final class KeyIds {

  private KeyIds() {}

  static String next(Clock clock) {
    return ApiKeyId.PREFIX + UlidCreator.getMonotonicUlid(clock.millis());
  }
}
