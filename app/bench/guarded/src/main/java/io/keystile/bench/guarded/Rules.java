package io.keystile.bench.guarded;

import io.keystile.auth.Scopes;
import io.keystile.auth.address.AddressEntry;
import io.keystile.auth.keys.KeyLimits;
import io.keystile.auth.keys.KeySettings;
import io.keystile.auth.keys.RateLimit;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What a key of the benchmark may do. */
final class Rules {

  private static final Instant FAR = Instant.parse("2099-01-01T00:00:00Z");

  private Rules() {}

  /** The settings that are called {@code plain} or {@code full}. */
  static KeySettings named(String rules) {
    KeySettings plain = KeySettings.named("first");
    return switch (rules) {
      case "plain" -> plain;
      case "full" -> full(plain);
      default -> throw new IllegalArgumentException("Rules are plain or full: " + rules);
    };
  }

  private static KeySettings full(KeySettings plain) {
    return plain
        .withScopes(Scopes.of("chat:write", "models:read", "reports:read"))
        .validBetween(null, FAR)
        .from(tenAddresses(), List.of())
        .limitedTo(
            new KeyLimits(List.of(RateLimit.of(1_000_000_000, Duration.ofHours(1))), List.of()));
  }

  private static List<AddressEntry> tenAddresses() {
    Stream<String> others = IntStream.rangeClosed(1, 9).mapToObj(i -> "10.1." + i + ".0/24");
    return Stream.concat(others, Stream.of("127.0.0.1")).map(AddressEntry::of).toList();
  }
}
