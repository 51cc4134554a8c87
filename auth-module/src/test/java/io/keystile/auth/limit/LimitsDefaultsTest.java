package io.keystile.auth.limit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;

import io.keystile.auth.LimitState.Left;
import io.keystile.auth.Reason;
import io.keystile.auth.Verdict;
import io.keystile.auth.keys.KeyLimits;
import io.keystile.auth.keys.StoredKey;
import io.keystile.auth.settings.Settings;
import io.micronaut.context.ApplicationContext;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LimitsDefaultsTest extends LimitsFixture {

  private static final String DEFAULT = "keystile.limits.default";

  @Test
  void anUnlimitedKeyIsAccepted() {
    Limits limits = process().getBean(Limits.class);
    StoredKey key = key("key_a", KeyLimits.NONE);
    assertEquals(key.accepted(), limits.charge(key, call(1), NOWHERE));
    assertNull(key.accepted().limits());
  }

  @Test
  void defaultsApplyToKeysWithoutLimitsOfTheirOwn() {
    Limits limits =
        process(
                Map.of(
                    "keystile.limits.default", "2/1h",
                    "keystile.limits.default-quotas", "100/day"))
            .getBean(Limits.class);
    StoredKey key = key("key_a", KeyLimits.NONE);
    assertNull(limits.charge(key, call(1), NOWHERE));
    limits.prepare(key);
    assertEquals(List.of("1h", "quota-day"), names(charge(limits, key, 1)));
    StoredKey own = key("key_b", KeyLimits.parse(List.of("5/1m"), List.of()));
    limits.prepare(own);
    assertEquals(List.of("1m", "quota-day"), names(charge(limits, own, 1)));
    StoredKey free = key("key_c", KeyLimits.UNLIMITED);
    assertEquals(free.accepted(), limits.charge(free, call(1), NOWHERE));
  }

  @Test
  void changedDefaultsApplyToTheNextCall() {
    ApplicationContext process = process();
    Limits limits = process.getBean(Limits.class);
    Settings settings = process.getBean(Settings.class);
    StoredKey key = key("key_a", KeyLimits.NONE);
    settings.set(DEFAULT, "2/1h");
    assertEquals(2, passing(limits, key, 10));
    settings.set(DEFAULT, "5/1h");
    assertEquals(3, passing(limits, key, 10));
    settings.reset(DEFAULT);
    assertEquals(10, passing(limits, key, 10));
  }

  @Test
  void anAddressIsChargedToTheDefaultRateLimits() {
    ApplicationContext process = process();
    Limits limits = process.getBean(Limits.class);
    Settings settings = process.getBean(Settings.class);
    settings.set(DEFAULT, "2/1h");
    Verdict.Accepted anonymous = key("key_anonymous", KeyLimits.UNLIMITED).accepted();
    assertNotNull(assertAccepted(limits.charge(anonymous, "192.0.2.1", call(2))).limits());
    Verdict refused = limits.charge(anonymous, "192.0.2.1", call(1));
    assertEquals(Reason.RATE_LIMIT_EXCEEDED, assertRefused(refused).reason());
    assertAccepted(limits.charge(anonymous, "192.0.2.2", call(1)));
    settings.reset(DEFAULT);
    assertSame(anonymous, limits.charge(anonymous, "192.0.2.1", call(1)));
  }

  private static List<String> names(Verdict verdict) {
    var limits = assertAccepted(verdict).limits();
    return limits == null ? List.of() : limits.limits().stream().map(Left::name).toList();
  }
}
