package io.keystile.auth.limit;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.keystile.auth.ApiKey;
import io.keystile.auth.ApiKeyId;
import io.keystile.auth.LimitState.Left;
import io.keystile.auth.MovingClock;
import io.keystile.auth.Reason;
import io.keystile.auth.Scopes;
import io.keystile.auth.Verdict;
import io.keystile.auth.address.AddressRules;
import io.keystile.auth.keys.KeyLimits;
import io.keystile.auth.keys.StoredKey;
import io.keystile.auth.policy.Call;
import io.micronaut.context.ApplicationContext;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Processes on one file of keys, and a clock that a test moves by hand. */
abstract class LimitsFixture {

  /** For keys that nobody holds in memory. */
  static final RatePlace NOWHERE =
      new RatePlace() {
        @Override
        public @Nullable Tracked tracked() {
          return null;
        }

        @Override
        public void keep(Tracked next) {}
      };

  private static final String SPEC = "LimitsFixture";

  @TempDir Path folder;
  final MovingClock clock = MovingClock.at("2027-01-31T09:00:00Z");
  private final List<ApplicationContext> processes = new ArrayList<>();

  @BeforeEach
  void setClock() {
    SpecClock.current = clock;
  }

  @AfterEach
  void stop() {
    processes.forEach(ApplicationContext::close);
  }

  ApplicationContext process() {
    return process(Map.of());
  }

  ApplicationContext process(Map<String, Object> settings) {
    Map<String, Object> all = new HashMap<>(settings);
    all.put("spec.name", SPEC);
    all.put("keystile.db", folder.resolve("keys.db").toString());
    all.put("keystile.usage.flush-interval", "1h");
    ApplicationContext context = ApplicationContext.run(all);
    processes.add(context);
    return context;
  }

  Call call(int cost) {
    return new Call(clock.millis(), null, List.of(), cost);
  }

  Verdict charge(Limits limits, StoredKey key, int cost) {
    Verdict verdict = limits.charge(key, call(cost), NOWHERE);
    return verdict == null ? Verdict.Rejected.of(Reason.KEY_STORE_UNAVAILABLE) : verdict;
  }

  int passing(Limits limits, StoredKey key, int calls) {
    int passed = 0;
    for (int i = 0; i < calls; i++) {
      passed += charge(limits, key, 1) instanceof Verdict.Accepted ? 1 : 0;
    }
    return passed;
  }

  static Verdict.Accepted assertAccepted(@Nullable Verdict verdict) {
    return assertInstanceOf(Verdict.Accepted.class, verdict);
  }

  static Verdict.Rejected assertRefused(@Nullable Verdict verdict) {
    return assertInstanceOf(Verdict.Rejected.class, verdict);
  }

  static Left left(Verdict.Rejected refused, String name) {
    var limits = refused.limits();
    return limits == null
        ? new Left(name, 0, 0, 0, 0)
        : limits.limits().stream().filter(left -> left.name().equals(name)).findFirst().get();
  }

  static StoredKey key(String id, KeyLimits limits) {
    return StoredKey.of(
        new ApiKey(new ApiKeyId(id), "test", "ks_", null, Scopes.ALL, Map.of()),
        1,
        StoredKey.Standing.ALWAYS,
        Long.MAX_VALUE,
        new StoredKey.Rules(List.of(), AddressRules.NONE, limits));
  }

  @Requires(property = "spec.name", value = SPEC)
  @Singleton
  @Bean(typed = Clock.class)
  static final class SpecClock extends MovingClock {

    static MovingClock current = MovingClock.at("2027-01-31T09:00:00Z");

    SpecClock() {
      super(Instant.EPOCH);
    }

    @Override
    public Instant instant() {
      return current.instant();
    }
  }
}
