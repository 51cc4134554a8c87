package io.keystile.auth.keys;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Keeps a change from shutting out everybody who could undo it, unless that was confirmed. */
@Singleton
final class LastWayIn {

  private static final String ADMIN = "keystile:admin";
  private static final String NONE = "";

  private final KeyRepository repository;
  private final EnvironmentKeys environment;
  private final Clock clock;

  LastWayIn(KeyRepository repository, EnvironmentKeys environment, Clock clock) {
    this.repository = repository;
    this.environment = environment;
    this.clock = clock;
  }

  /**
   * Does the work; to be called within its transaction, so that of two requests that each take one
   * of the last two keys away the second is refused.
   *
   * @throws LastWayInException when a key could manage before, and none can afterwards
   */
  <T> T guard(Set<Confirmation> confirmed, Supplier<T> work) {
    return guard(confirmed, NONE, work);
  }

  /** The same, where the key that is narrowed down does not count as a way in afterwards. */
  <T> T guard(Set<Confirmation> confirmed, String narrowed, Supplier<T> work) {
    if (confirmed.contains(Confirmation.LAST_WAY_IN) || hasFixedWayIn() || !hasWayIn(NONE)) {
      return work.get();
    }
    T result = work.get();
    if (!hasWayIn(narrowed)) {
      throw new LastWayInException();
    }
    return result;
  }

  /** The key's id, when it can be used less after the change than before it. */
  static String narrowed(ManagedKey key, KeySettings wanted) {
    KeySettings present = key.settings();
    boolean isNarrowed =
        isEarlier(wanted.expiresAt(), present.expiresAt())
            || isSet(wanted.windows(), present.windows())
            || isSet(wanted.allow(), present.allow())
            || isSet(wanted.deny(), present.deny());
    return isNarrowed ? key.id().value() : NONE;
  }

  private boolean hasFixedWayIn() {
    return environment.all().stream().anyMatch(key -> key.scopes().covers(ADMIN));
  }

  private boolean hasWayIn(String except) {
    return repository.isUsable(" " + ADMIN + " ", " keystile:* ", except, clock.millis());
  }

  private static boolean isEarlier(@Nullable Instant wanted, @Nullable Instant present) {
    return wanted != null && (present == null || wanted.isBefore(present));
  }

  private static boolean isSet(List<?> wanted, List<?> present) {
    return !wanted.isEmpty() && !wanted.equals(present);
  }
}
