package io.keystile.auth.keys;

import io.keystile.auth.Scopes;
import io.keystile.auth.secret.KeyDigest;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How values stand in columns. */
final class KeyColumns {

  private KeyColumns() {}

  static Scopes scopes(String column) {
    return column.isEmpty() ? Scopes.NONE : Scopes.of(List.of(column.split(" ")));
  }

  static @Nullable Instant instant(@Nullable Long millis) {
    return millis == null ? null : Instant.ofEpochMilli(millis);
  }

  static @Nullable Long millis(@Nullable Instant instant) {
    return instant == null ? null : instant.toEpochMilli();
  }

  /** The digests under which a key can be found. */
  static Stream<KeyDigest> digests(KeyRow row) {
    return Stream.of(row.digest(), row.previousDigest()).filter(Objects::nonNull);
  }
}
