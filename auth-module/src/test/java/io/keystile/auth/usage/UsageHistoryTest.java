package io.keystile.auth.usage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.keystile.auth.ApiKeyId;
import io.keystile.auth.CountingStore;
import io.keystile.auth.Reason;
import io.keystile.auth.TestClock;
import io.keystile.auth.TestStore;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UsageHistoryTest {

  private static final Instant NINE = TestClock.START;
  private static final AtomicInteger TESTS = new AtomicInteger();

  @TempDir static Path folder;
  private static TestStore store;

  // Each test has counters of its own: time does not go back for them.
  private final ApiKeyId key = new ApiKeyId("key_a" + TESTS.incrementAndGet());
  private final ApiKeyId other = new ApiKeyId("key_b" + TESTS.incrementAndGet());

  @BeforeAll
  static void open() {
    store =
        TestStore.open(
            file(), Map.of("keystile.usage.flush-interval", "1h", "spec.counting", true));
  }

  @AfterAll
  static void close() {
    store.close();
  }

  @BeforeEach
  void empty() throws SQLException {
    uses().flush();
    TestStore.execute(file(), "DELETE FROM keystile_usage");
    store.clock().set(NINE);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, -1, 201})
  void refusesASizeOutOfRange(int size) {
    assertThrows(IllegalArgumentException.class, () -> history().busiest(NINE, NINE, size));
    assertThrows(IllegalArgumentException.class, () -> history().mostRefused(NINE, NINE, size));
  }

  @Test
  void booksEachCallToItsHourHoweverLateItIsWritten() {
    accepted(key, 1, 2);
    store.clock().advance(Duration.ofMinutes(59));
    accepted(key, 1, 1);
    store.clock().advance(Duration.ofMinutes(1));
    accepted(key, 1, 4);
    refused(key, 1, Reason.EXPIRED_API_KEY, 1);
    store.clock().advance(Duration.ofHours(5));
    uses().flush();
    assertEquals(
        List.of(
            new UsageHour(NINE, new UsageCalls(3, Map.of(), Map.of(1, 3L))),
            new UsageHour(
                hour(1), new UsageCalls(4, Map.of("expired_api_key", 1L), Map.of(1, 4L)))),
        history().of(key, NINE, hour(6)));
  }

  @Test
  void countsEachSecretAndEachReasonForItself() {
    accepted(key, 1, 2);
    accepted(key, 2, 3);
    refused(key, 1, Reason.EXPIRED_API_KEY, 4);
    refused(key, 2, Reason.IP_NOT_ALLOWED, 1);
    refused(key, 2, Reason.EXPIRED_API_KEY, 1);
    uses().flush();
    UsageCalls calls = history().sumOf(key, NINE, hour(1));
    assertEquals(
        new UsageCalls(
            5, Map.of("expired_api_key", 5L, "ip_not_allowed", 1L), Map.of(1, 2L, 2, 3L)),
        calls);
    assertEquals(6, calls.refusedInAll());
  }

  @Test
  void takesTheFirstAndTheLastHourWhole() {
    accepted(key, 1, 1);
    uses().flush();
    Instant half = NINE.plus(Duration.ofMinutes(30));
    assertEquals(1, history().of(key, half, half).size());
    assertEquals(0, history().of(key, hour(-1), NINE).size());
    assertEquals(0, history().of(key, hour(1), hour(2)).size());
    assertEquals(1, history().of(key, Instant.MIN, Instant.MAX).size());
  }

  @Test
  void addsUpDaysInUtc() {
    accepted(key, 1, 1);
    store.clock().set(Instant.parse("2027-01-31T23:59:59.999Z"));
    accepted(key, 1, 1);
    store.clock().set(Instant.parse("2027-02-01T00:00:00Z"));
    accepted(key, 1, 5);
    uses().flush();
    assertEquals(
        List.of(
            new UsageDay(LocalDate.of(2027, 1, 31), new UsageCalls(2, Map.of(), Map.of(1, 2L))),
            new UsageDay(LocalDate.of(2027, 2, 1), new UsageCalls(5, Map.of(), Map.of(1, 5L)))),
        history().daysOf(key, NINE, Instant.parse("2027-02-01T00:00:00.001Z")));
  }

  @Test
  void tellsTheDaysOfSeveralKeysAtOnce() {
    accepted(key, 1, 1);
    accepted(other, 1, 3);
    accepted(other, 2, 1);
    store.clock().set(Instant.parse("2027-02-01T00:00:00Z"));
    refused(key, 1, Reason.EXPIRED_API_KEY, 2);
    uses().flush();
    ApiKeyId unused = new ApiKeyId("key_unused");
    Instant end = Instant.parse("2027-02-01T00:00:00.001Z");
    assertEquals(
        Map.of(key, history().daysOf(key, NINE, end), other, history().daysOf(other, NINE, end)),
        history().daysOf(List.of(key, other, unused), NINE, end));
    assertEquals(2, history().daysOf(List.of(key), NINE, end).getOrDefault(key, List.of()).size());
    assertEquals(Map.of(), history().daysOf(List.of(), NINE, end));
  }

  @Test
  void addsUpAllKeysAndTheUnknownOnes() {
    accepted(key, 1, 2);
    accepted(other, 3, 1);
    refused(other, 3, Reason.RATE_LIMIT_EXCEEDED, 1);
    uses().countRefusal(store.clock().millis(), Reason.INVALID_API_KEY, null, 0);
    uses().flush();
    UsageCalls all =
        new UsageCalls(3, Map.of("rate_limit_exceeded", 1L, "invalid_api_key", 1L), Map.of());
    UsageCalls unknown = new UsageCalls(0, Map.of("invalid_api_key", 1L), Map.of());
    LocalDate day = LocalDate.of(2027, 1, 31);
    assertEquals(List.of(new UsageHour(NINE, all)), history().ofAll(NINE, hour(1)));
    assertEquals(List.of(new UsageDay(day, all)), history().daysOfAll(NINE, hour(1)));
    assertEquals(List.of(new UsageHour(NINE, unknown)), history().ofUnknown(NINE, hour(1)));
    assertEquals(List.of(new UsageDay(day, unknown)), history().daysOfUnknown(NINE, hour(1)));
  }

  @Test
  void tellsTheBusiestKeysFirst() {
    accepted(key, 1, 2);
    accepted(key, 2, 2);
    accepted(other, 1, 3);
    refused(other, 1, Reason.RATE_LIMIT_EXCEEDED, 9);
    uses().countRefusal(store.clock().millis(), Reason.INVALID_API_KEY, null, 0);
    uses().flush();
    assertEquals(
        List.of(new KeyTotal(key, 4), new KeyTotal(other, 3)),
        history().busiest(NINE, hour(1), 10));
    assertEquals(List.of(new KeyTotal(key, 4)), history().busiest(NINE, hour(1), 1));
    assertEquals(List.of(), history().busiest(hour(1), hour(2), 10));
  }

  @Test
  void tellsTheMostRefusedKeysFirst() {
    accepted(key, 1, 9);
    refused(key, 1, Reason.IP_NOT_ALLOWED, 2);
    refused(key, 2, Reason.EXPIRED_API_KEY, 2);
    refused(other, 1, Reason.RATE_LIMIT_EXCEEDED, 3);
    uses().countRefusal(store.clock().millis(), Reason.INVALID_API_KEY, null, 0);
    uses().flush();
    assertEquals(
        List.of(new KeyRefusals(key, 4), new KeyRefusals(other, 3)),
        history().mostRefused(NINE, hour(1), 10));
    assertEquals(List.of(new KeyRefusals(key, 4)), history().mostRefused(NINE, hour(1), 1));
    assertEquals(List.of(), history().mostRefused(hour(1), hour(2), 10));
  }

  @Test
  void tellsOnlySoManyReasonsApart() {
    for (int i = 0; i < 300; i++) {
      Reason made = new Reason("made_up_" + i, 403, "permission_error", "No.");
      uses().countRefusal(store.clock().millis(), made, key, 1);
    }
    uses().flush();
    UsageCalls calls = history().sumOf(key, NINE, hour(1));
    assertTrue(calls.refused().size() <= 65, () -> "" + calls.refused().size());
    assertTrue(calls.refused().getOrDefault("other", 0L) > 200);
    assertEquals(300, calls.refusedInAll());
  }

  @Test
  void tellsItsOwnReasonsApartHoweverManyOthersThereAre() {
    tellsOnlySoManyReasonsApart();
    refused(other, 1, Reason.CONFLICTING_API_KEYS, 1);
    uses().flush();
    assertEquals(
        Map.of("conflicting_api_keys", 1L), history().sumOf(other, NINE, hour(1)).refused());
  }

  @Test
  void losesNothingWhileTheStoreIsGone() {
    accepted(key, 1, 1);
    refused(key, 1, Reason.EXPIRED_API_KEY, 1);
    store.bean(CountingStore.class).setGone(true);
    uses().flush();
    store.clock().advance(Duration.ofHours(1));
    accepted(key, 1, 1);
    uses().flush();
    store.bean(CountingStore.class).setGone(false);
    uses().flush();
    assertEquals(
        List.of(
            new UsageHour(NINE, new UsageCalls(1, Map.of("expired_api_key", 1L), Map.of(1, 1L))),
            new UsageHour(hour(1), new UsageCalls(1, Map.of(), Map.of(1, 1L)))),
        history().of(key, NINE, hour(2)));
  }

  @Test
  void countsOnWhenACounterIsAskedForAnew() {
    accepted(key, 1, 1);
    uses().flush();
    accepted(key, 1, 1);
    uses().flush();
    assertEquals(2, history().sumOf(key, NINE, hour(1)).accepted());
  }

  @Test
  void removesWhatIsTooOldSomeAtATime() throws SQLException {
    IntStream.range(0, 1200)
        .forEach(i -> uses().of(new ApiKeyId("key_" + i), 1).record(NINE.toEpochMilli(), null));
    store.clock().set(NINE.plus(Duration.ofDays(1)));
    accepted(key, 1, 1);
    uses().flush();
    UsageFlush flush = store.bean(UsageFlush.class);
    int[] pauses = new int[1];
    store.clock().set(NINE.plus(Duration.ofDays(90)));
    flush.prune(() -> pauses[0]++);
    assertEquals(0, pauses[0]);
    assertEquals("1203", rows(), "an hour that is just as old stays");
    store.clock().advance(Duration.ofHours(1));
    flush.prune(() -> pauses[0]++);
    assertEquals(2, pauses[0]);
    assertEquals("2", rows());
  }

  @Test
  void pausesBetweenTransactions() {
    IntStream.range(0, 1150)
        .forEach(i -> uses().of(new ApiKeyId("key_" + i), 1).record(NINE.toEpochMilli(), null));
    int[] pauses = new int[1];
    uses().flush(() -> pauses[0]++);
    assertEquals(3, pauses[0]);
    assertEquals(1150, history().ofAll(NINE, hour(1)).get(0).accepted());
  }

  private static void accepted(ApiKeyId id, int generation, int times) {
    for (int i = 0; i < times; i++) {
      uses().of(id, generation).record(store.clock().millis(), null);
    }
  }

  private static void refused(ApiKeyId id, int generation, Reason reason, int times) {
    for (int i = 0; i < times; i++) {
      uses().countRefusal(store.clock().millis(), reason, id, generation);
    }
  }

  private static Instant hour(int hours) {
    return NINE.plus(Duration.ofHours(hours));
  }

  private static KeyUses uses() {
    return store.bean(KeyUses.class);
  }

  private static UsageHistory history() {
    return store.bean(UsageHistory.class);
  }

  private static String rows() throws SQLException {
    return TestStore.query(file(), "SELECT count(*) FROM keystile_usage").get(0);
  }

  private static Path file() {
    return folder.resolve("keys.db");
  }
}
