package io.keystile.auth.limit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.keystile.auth.ApiKey;
import io.keystile.auth.ApiKeyId;
import io.keystile.auth.LimitState.Left;
import io.keystile.auth.MovingClock;
import io.keystile.auth.Reason;
import io.keystile.auth.Scopes;
import io.keystile.auth.Verdict;
import io.keystile.auth.address.AddressRules;
import io.keystile.auth.keys.ApiKeys;
import io.keystile.auth.keys.KeyLimits;
import io.keystile.auth.keys.KeySettings;
import io.keystile.auth.keys.StoredKey;
import io.keystile.auth.policy.Call;
import io.keystile.auth.store.StoreTransactions;
import io.micronaut.context.ApplicationContext;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LimitsTest {

  private static final String SPEC = "LimitsTest";

  @TempDir Path folder;
  private final MovingClock clock = MovingClock.at("2027-01-31T09:00:00Z");
  private final List<ApplicationContext> processes = new ArrayList<>();

  @BeforeEach
  void setClock() {
    SpecClock.current = clock;
  }

  @AfterEach
  void stop() {
    processes.forEach(ApplicationContext::close);
  }

  @Test
  void anUnlimitedKeyGetsTheAnswerThatWasMadeBefore() {
    Limits limits = process().getBean(Limits.class);
    StoredKey key = key("key_a", KeyLimits.NONE);
    assertSame(key.accepted(), limits.charge(key, call(1)));
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
    assertNull(limits.charge(key, call(1)));
    limits.prepare(key);
    assertEquals(List.of("1h", "quota-day"), names(charge(limits, key, 1)));
    StoredKey own = key("key_b", KeyLimits.parse(List.of("5/1m"), List.of()));
    limits.prepare(own);
    assertEquals(List.of("1m", "quota-day"), names(charge(limits, own, 1)));
    StoredKey free = key("key_c", KeyLimits.UNLIMITED);
    assertSame(free.accepted(), limits.charge(free, call(1)));
  }

  @Test
  void changedDefaultsApplyToTheNextCall() {
    Limits limits = process().getBean(Limits.class);
    StoredKey key = key("key_a", KeyLimits.NONE);
    limits.changeDefaults(KeyLimits.parse(List.of("2/1h"), List.of()));
    assertEquals(2, passing(limits, key, 10));
    limits.changeDefaults(KeyLimits.parse(List.of("5/1h"), List.of()));
    assertEquals(3, passing(limits, key, 10));
    limits.changeDefaults(KeyLimits.NONE);
    assertEquals(10, passing(limits, key, 10));
  }

  @Test
  void anAddressIsChargedToTheDefaultRateLimits() {
    Limits limits = process(Map.of("keystile.limits.default", "2/1h")).getBean(Limits.class);
    Verdict.Accepted anonymous = key("key_anonymous", KeyLimits.UNLIMITED).accepted();
    assertNotNull(assertAccepted(limits.charge(anonymous, "192.0.2.1", call(2))).limits());
    Verdict refused = limits.charge(anonymous, "192.0.2.1", call(1));
    assertEquals(Reason.RATE_LIMIT_EXCEEDED, assertRefused(refused).reason());
    assertAccepted(limits.charge(anonymous, "192.0.2.2", call(1)));
    limits.changeDefaults(KeyLimits.NONE);
    assertSame(anonymous, limits.charge(anonymous, "192.0.2.1", call(1)));
  }

  @Test
  void aRefusalByTheRateLimitTakesNothingFromTheQuota() {
    Limits limits = process().getBean(Limits.class);
    StoredKey key = key("key_a", KeyLimits.parse(List.of("2/1s"), List.of("10/day")));
    limits.prepare(key);
    assertEquals(2, passing(limits, key, 100));
    Verdict.Rejected refused = assertRefused(limits.charge(key, call(1)));
    assertEquals(Reason.RATE_LIMIT_EXCEEDED, refused.reason());
    assertEquals("Rate limit exceeded", refused.message());
    assertEquals(Duration.ofSeconds(1), refused.retryAfter());
    assertEquals(8, left(refused, "quota-day").remaining());
  }

  @Test
  void aRefusalByTheQuotaTakesNothingFromTheRateLimit() {
    Limits limits = process().getBean(Limits.class);
    StoredKey key = key("key_a", KeyLimits.parse(List.of("10/1h"), List.of("3/day", "100/month")));
    limits.prepare(key);
    assertEquals(3, passing(limits, key, 100));
    Verdict.Rejected refused = assertRefused(limits.charge(key, call(1)));
    assertEquals(Reason.INSUFFICIENT_QUOTA, refused.reason());
    assertEquals(
        "The quota 3/day of this API key is used up. It resets at 2027-02-01T00:00:00Z.",
        refused.message());
    assertEquals(Duration.ofHours(15), refused.retryAfter());
    assertEquals(7, left(refused, "1h").remaining());
    assertEquals(97, left(refused, "quota-month").remaining());
  }

  @Test
  void whenBothRefuseTheWaitIsTheLongerOne() {
    Limits limits = process().getBean(Limits.class);
    StoredKey key = key("key_a", KeyLimits.parse(List.of("3/2d"), List.of("3/day", "3/30d")));
    limits.prepare(key);
    assertEquals(3, passing(limits, key, 10));
    Verdict.Rejected refused = assertRefused(limits.charge(key, call(1)));
    assertEquals(Duration.ofDays(30), refused.retryAfter());
    assertTrue(refused.message().contains("3/30d"), refused.message());
    clock.advance(Duration.ofDays(30));
    assertAccepted(limits.charge(key, call(1)));
  }

  @Test
  void waitingDoesNotHelpACallThatCostsMoreThanTheQuota() {
    Limits limits = process().getBean(Limits.class);
    StoredKey key = key("key_a", KeyLimits.parse(List.of(), List.of("3/day")));
    limits.prepare(key);
    Verdict.Rejected refused = assertRefused(limits.charge(key, call(4)));
    assertEquals(Reason.INSUFFICIENT_QUOTA, refused.reason());
    assertNull(refused.retryAfter());
    assertTrue(refused.message().contains("counts as 4"), refused.message());
    assertEquals(3, passing(limits, key, 10));
  }

  @Test
  void lookingChargesNothing() {
    Limits limits = process().getBean(Limits.class);
    StoredKey key = key("key_a", KeyLimits.parse(List.of("3/1h"), List.of("3/day")));
    limits.prepare(key);
    for (int i = 0; i < 5; i++) {
      assertAccepted(limits.look(key, call(1)));
    }
    assertEquals(3, passing(limits, key, 10));
    assertRefused(limits.look(key, call(1)));
  }

  @Test
  void quotaAndRateLimitAreTakenTogetherUnderConcurrency() throws InterruptedException {
    Limits limits = process().getBean(Limits.class);
    for (int round = 0; round < 20; round++) {
      StoredKey key =
          key("key_" + round, KeyLimits.parse(List.of("70/1h"), List.of("100/day", "90/month")));
      limits.prepare(key);
      assertEquals(
          70, Parallel.count(500, () -> limits.charge(key, call(1)) instanceof Verdict.Accepted));
      clock.advance(Duration.ofHours(1));
      AtomicInteger cost = new AtomicInteger();
      Parallel.count(
          500,
          () -> {
            int next = 1 + cost.getAndIncrement() % 3;
            return limits.charge(key, call(next)) instanceof Verdict.Accepted;
          });
      // 20 of the month are left, and all of them were to be had by calls that cost 1.
      Verdict.Rejected refused = assertRefused(limits.charge(key, call(1)));
      assertEquals(0, left(refused, "quota-month").remaining());
      assertEquals(10, left(refused, "quota-day").remaining());
      assertEquals(50, left(refused, "1h").remaining());
      clock.moveTo("2027-01-31T09:00:00Z");
    }
  }

  @Test
  void quotasSurviveARestart() {
    StoredKey key = key("key_a", KeyLimits.parse(List.of(), List.of("10/day", "10/30d")));
    ApplicationContext first = process();
    Limits limits = first.getBean(Limits.class);
    limits.prepare(key);
    assertEquals(4, passing(limits, key, 4));
    first.close();
    clock.advance(Duration.ofHours(1));
    Limits restarted = process().getBean(Limits.class);
    restarted.prepare(key);
    assertEquals(6, passing(restarted, key, 100));
    clock.moveTo("2027-02-01T00:00:00Z");
    Verdict.Rejected refused = assertRefused(restarted.charge(key, call(1)));
    assertEquals(10, left(refused, "quota-day").remaining());
    assertEquals(Duration.ofDays(29).plusHours(9), refused.retryAfter());
  }

  @Test
  void aCrashLosesNoMoreThanWhatWasNotWritten() {
    StoredKey key = key("key_a", KeyLimits.parse(List.of(), List.of("10/day")));
    ApplicationContext crashing = process();
    Limits limits = crashing.getBean(Limits.class);
    limits.prepare(key);
    assertEquals(4, passing(limits, key, 4));
    crashing.getBean(Quotas.class).flush();
    assertEquals(3, passing(limits, key, 3));
    // The first process is left standing: what it has not written is not there for the second.
    Limits restarted = process().getBean(Limits.class);
    restarted.prepare(key);
    assertEquals(6, passing(restarted, key, 100));
  }

  @Test
  void processesOnOneFileAddUpWhatTheyCount() {
    StoredKey key = key("key_a", KeyLimits.parse(List.of(), List.of("20/day", "20/30d")));
    ApplicationContext one = process();
    ApplicationContext two = process();
    List.of(one, two).forEach(process -> process.getBean(Limits.class).prepare(key));
    assertEquals(5, passing(one.getBean(Limits.class), key, 5));
    clock.advance(Duration.ofSeconds(2));
    assertEquals(6, passing(two.getBean(Limits.class), key, 6));
    flush(one);
    flush(two);
    assertEquals(2, passing(two.getBean(Limits.class), key, 2));
    flush(two);
    flush(one);
    assertEquals(7, passing(one.getBean(Limits.class), key, 100));
    flush(one);
    flush(two);
    assertEquals(0, passing(two.getBean(Limits.class), key, 100));
    // Both count in the window that the first to write has begun.
    Verdict.Rejected refused = assertRefused(two.getBean(Limits.class).charge(key, call(1)));
    assertEquals(Duration.ofDays(30).minusSeconds(2), refused.retryAfter());
  }

  @Test
  void aLateWriterDoesNotBringBackAWindowThatIsOver() {
    StoredKey key = key("key_a", KeyLimits.parse(List.of(), List.of("10/day")));
    ApplicationContext late = process();
    ApplicationContext prompt = process();
    List.of(late, prompt).forEach(process -> process.getBean(Limits.class).prepare(key));
    clock.moveTo("2027-01-31T23:50:00Z");
    assertEquals(9, passing(late.getBean(Limits.class), key, 9));
    clock.moveTo("2027-02-01T00:10:00Z");
    assertEquals(2, passing(prompt.getBean(Limits.class), key, 2));
    flush(prompt);
    flush(late);
    assertEquals(8, passing(late.getBean(Limits.class), key, 100));
  }

  @Test
  void countsOnWhenTheStoreCannotBeWrittenAndCatchesUp() {
    StoredKey key = key("key_a", KeyLimits.parse(List.of(), List.of("10/day")));
    ApplicationContext process = process();
    Limits limits = process.getBean(Limits.class);
    limits.prepare(key);
    assertEquals(4, passing(limits, key, 4));
    sql("ALTER TABLE keystile_quota RENAME TO away");
    flush(process);
    assertEquals(2, passing(limits, key, 2));
    sql("ALTER TABLE away RENAME TO keystile_quota");
    flush(process);
    Limits other = process().getBean(Limits.class);
    other.prepare(key);
    assertEquals(4, passing(other, key, 100));
  }

  @Test
  void deletingAKeyDeletesWhatItUsed() {
    ApplicationContext process = process();
    ApiKeyId id = process.getBean(ApiKeys.class).issue(KeySettings.named("a")).key().id();
    StoredKey key = key(id.value(), KeyLimits.parse(List.of(), List.of("10/day")));
    Limits limits = process.getBean(Limits.class);
    limits.prepare(key);
    assertEquals(4, passing(limits, key, 4));
    flush(process);
    assertEquals(1, rows(process, id));
    process.getBean(ApiKeys.class).delete(id);
    assertEquals(0, rows(process, id));
  }

  @Test
  void countersOfIdleKeysAreLetGoAndLoadedAgain() {
    ApplicationContext process = process();
    Limits limits = process.getBean(Limits.class);
    StoredKey key = key("key_a", KeyLimits.parse(List.of(), List.of("10/day")));
    limits.prepare(key);
    assertEquals(4, passing(limits, key, 4));
    clock.advance(Duration.ofHours(2));
    flush(process);
    assertNull(limits.charge(key, call(1)));
    limits.prepare(key);
    assertEquals(6, passing(limits, key, 100));
  }

  private ApplicationContext process() {
    return process(Map.of());
  }

  private ApplicationContext process(Map<String, Object> settings) {
    Map<String, Object> all = new HashMap<>(settings);
    all.put("spec.name", SPEC);
    all.put("keystile.db", folder.resolve("keys.db").toString());
    all.put("keystile.usage.flush-interval", "1h");
    ApplicationContext context = ApplicationContext.run(all);
    processes.add(context);
    return context;
  }

  private Call call(int cost) {
    return new Call(clock.millis(), null, List.of(), cost);
  }

  private Verdict charge(Limits limits, StoredKey key, int cost) {
    Verdict verdict = limits.charge(key, call(cost));
    return verdict == null ? Verdict.Rejected.of(Reason.KEY_STORE_UNAVAILABLE) : verdict;
  }

  private int passing(Limits limits, StoredKey key, int calls) {
    int passed = 0;
    for (int i = 0; i < calls; i++) {
      passed += charge(limits, key, 1) instanceof Verdict.Accepted ? 1 : 0;
    }
    return passed;
  }

  private static Verdict.Accepted assertAccepted(@Nullable Verdict verdict) {
    return assertInstanceOf(Verdict.Accepted.class, verdict);
  }

  private static Verdict.Rejected assertRefused(@Nullable Verdict verdict) {
    return assertInstanceOf(Verdict.Rejected.class, verdict);
  }

  private static List<String> names(Verdict verdict) {
    var limits = assertAccepted(verdict).limits();
    return limits == null ? List.of() : limits.limits().stream().map(Left::name).toList();
  }

  private static Left left(Verdict.Rejected refused, String name) {
    var limits = refused.limits();
    return limits == null
        ? new Left(name, 0, 0, 0, 0)
        : limits.limits().stream().filter(left -> left.name().equals(name)).findFirst().get();
  }

  private static void flush(ApplicationContext process) {
    process.getBean(Quotas.class).flush();
  }

  private static int rows(ApplicationContext process, ApiKeyId id) {
    return process
        .getBean(StoreTransactions.class)
        .read("a test", () -> process.getBean(QuotaRepository.class).ofKey(id.value()))
        .size();
  }

  private void sql(String sql) {
    try (Connection connection =
            DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("keys.db"));
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static StoredKey key(String id, KeyLimits limits) {
    return new StoredKey(
        new ApiKey(new ApiKeyId(id), "test", "ks_", null, Scopes.ALL, Map.of()),
        1,
        StoredKey.Standing.ALWAYS,
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
