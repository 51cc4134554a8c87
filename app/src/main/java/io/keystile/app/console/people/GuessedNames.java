package io.keystile.app.console.people;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * Counts guesses by the name that they are about, so that many addresses together get no more than
 * so many of them. Names that nobody has count alike. Takes the same memory however many names
 * come: few may share a count, and nobody outside can tell which. Safe for several threads.
 */
@Singleton
final class GuessedNames {

  /** So many are looked at within a window, from all addresses but this machine. */
  static final int MOST = 20;

  static final Duration WINDOW = Duration.ofMinutes(15);

  private static final int PLACES = 4096;

  private final Clock clock;
  private final SessionToken salt = SessionToken.random();
  private final AtomicReferenceArray<@Nullable Count> counts = new AtomicReferenceArray<>(PLACES);

  GuessedNames(Clock clock) {
    this.clock = clock;
  }

  /** Takes one of the guesses that are left before it is looked at; false when there is none. */
  boolean take(String name) {
    Instant now = clock.instant();
    Count count =
        counts.updateAndGet(
            placeOf(name),
            before ->
                before == null || !now.isBefore(before.until)
                    ? new Count(1, now.plus(WINDOW))
                    : new Count(before.taken + 1, before.until));
    return count != null && count.taken <= MOST;
  }

  /** Gives one back that was not looked at, or was right. */
  void giveBack(String name) {
    counts.updateAndGet(
        placeOf(name),
        before -> before == null ? null : new Count(Math.max(0, before.taken - 1), before.until));
  }

  private int placeOf(String name) {
    String digest = new SessionToken(salt.text() + name.toLowerCase(Locale.ROOT)).digest();
    return Integer.parseInt(digest.substring(0, 6), 16) % PLACES;
  }

  private record Count(int taken, Instant until) {}
}
