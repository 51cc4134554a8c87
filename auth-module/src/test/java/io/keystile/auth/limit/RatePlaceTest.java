package io.keystile.auth.limit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.keystile.auth.ApiKey;
import io.keystile.auth.ApiKeyId;
import io.keystile.auth.Scopes;
import io.keystile.auth.keys.RateLimit;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A key that keeps at hand where it is counted. */
class RatePlaceTest extends RateLimiterFixture {

  private static final List<RateLimit> TWO = limits("2/1m");
  private static final List<RateLimit> FIVE = limits("5/1m");

  private final Place place = new Place();

  @Test
  void countsInTheSamePlaceAsWhoeverLooksItUp() {
    assertTrue(take(limiter, TWO, place).granted());
    assertTrue(take("key_1", TWO, 1).granted());
    assertFalse(take(limiter, TWO, place).granted());
  }

  @Test
  void countsTogetherWithTheKeysNextEntryInTheCache() {
    take(limiter, TWO, place);
    Place next = new Place();
    assertTrue(take(limiter, TWO, next).granted());
    assertFalse(take(limiter, TWO, place).granted());
    assertFalse(take(limiter, TWO, next).granted());
    assertSame(place.tracked(), next.tracked());
  }

  @Test
  void followsLimitsThatChange() {
    take(limiter, TWO, place);
    take(limiter, TWO, place);
    assertFalse(take(limiter, TWO, place).granted());
    assertTrue(take(limiter, FIVE, place).granted());
    assertEquals(2, take(limiter, FIVE, place).left().get(0).remaining() + 1);
    assertFalse(take(limiter, TWO, place).granted());
  }

  @Test
  void doesNotBelieveAPlaceThatIsOutOfUse() {
    take(limiter, TWO, place);
    Tracked before = place.tracked();
    clock.advance(Duration.ofMinutes(2));
    limiter.sweep();
    take(limiter, TWO, place);
    assertNotSame(before, place.tracked());
    assertTrue(take("key_1", TWO, 1).granted());
    assertFalse(take(limiter, TWO, place).granted());
  }

  @Test
  void keepsNoPlaceThatItShares() {
    MemoryRateLimiter full = new MemoryRateLimiter(0, 1000, clock);
    assertTrue(take(full, TWO, place).granted());
    assertNull(place.tracked());
    assertTrue(take(full, TWO, place).granted());
    assertFalse(take(full, TWO, place).granted());
  }

  @Test
  void takesNothingWhenItDoesNotFit() {
    assertFalse(limiter.take(key(), TWO, 3, clock.millis(), place).granted());
    assertTrue(limiter.take(key(), TWO, 2, clock.millis(), place).granted());
  }

  private Allowance take(MemoryRateLimiter asked, List<RateLimit> limits, RatePlace kept) {
    return asked.take(key(), limits, 1, clock.millis(), kept);
  }

  private static ApiKey key() {
    return new ApiKey(new ApiKeyId("key_1"), "test", "ks_", null, Scopes.ALL, Map.of());
  }

  private static final class Place implements RatePlace {

    private @Nullable Tracked tracked;

    @Override
    public @Nullable Tracked tracked() {
      return tracked;
    }

    @Override
    public void keep(Tracked next) {
      tracked = next;
    }
  }
}
