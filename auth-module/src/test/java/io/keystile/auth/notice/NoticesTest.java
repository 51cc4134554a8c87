package io.keystile.auth.notice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.keystile.auth.TestStore;
import io.keystile.auth.keys.IssuedKey;
import io.keystile.auth.keys.KeyLimits;
import io.keystile.auth.keys.KeySettings;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NoticesTest {

  @TempDir static Path folder;
  private static Path file;
  private static TestStore store;
  private Instant start = Instant.EPOCH;

  @BeforeAll
  static void open() {
    file = folder.resolve("keys.db");
    store = process();
  }

  @AfterAll
  static void close() {
    store.close();
  }

  @BeforeEach
  void forget() throws SQLException {
    TestStore.execute(file, "DELETE FROM keystile_use", "DELETE FROM keystile_key");
    store.bean(Heard.class).take();
    store.clock().advance(Duration.ofDays(1));
    start = store.clock().instant();
  }

  @Test
  void tellsOfAnEndThreeTimesAndNeverTwice() {
    Instant end = start.plus(Duration.ofDays(40));
    IssuedKey key = issue(end);
    assertEquals(List.of(), daysTold(10 * 24 - 1));
    assertEquals(List.of(30), daysTold(1));
    assertEquals(List.of(), daysTold(0));
    assertEquals(List.of(7), daysTold(23 * 24));
    assertEquals(List.of(1), daysTold(6 * 24));
    assertEquals(List.of(), daysTold(23));
    assertEquals(List.of(), daysTold(2), "it is over");
    store
        .keys()
        .change(
            key.key().id(),
            settings -> settings.validBetween(null, end.plus(Duration.ofDays(5))),
            Set.of());
    assertEquals(List.of(7), daysTold(0), "a new end");
  }

  @Test
  void tellsWhatWasMissedAtTheNearestStepOnly() {
    issue(start.plus(Duration.ofDays(40)));
    assertEquals(List.of(7), daysTold(35 * 24));
  }

  @Test
  void isSilentOnShortLivedAndDisabledKeys() {
    issue(start.plus(Duration.ofHours(12)));
    store.keys().disable(issue(start.plus(Duration.ofDays(40))).key().id());
    assertEquals(List.of(), daysTold(0));
    assertEquals(List.of(), daysTold(35 * 24));
  }

  @Test
  void doesNotRepeatAfterARestartOrInASecondProcess() {
    IssuedKey key = issue(start.plus(Duration.ofDays(40)));
    assertEquals(List.of(30), daysTold(20 * 24));
    try (TestStore second = process()) {
      second.clock().set(store.clock().instant());
      second.bean(KeyScan.class).run();
      assertEquals(List.of(), second.bean(Heard.class).take());
    }
    store.keys().delete(key.key().id());
    assertEquals(0, store.context().getBean(OutboxRepository.class).count(), "no webhook, no rows");
  }

  @Test
  void tellsOfKeysThatNobodyUses() throws SQLException {
    IssuedKey key = store.issue("k");
    store.clock().advance(Duration.ofDays(89));
    assertEquals(List.of(), unused());
    store.clock().advance(Duration.ofDays(1));
    assertEquals(List.of(start), unused());
    assertEquals(List.of(), unused());
    Instant used = store.clock().instant();
    TestStore.execute(
        file,
        "INSERT INTO keystile_use (key_id, generation, requests, last_at) VALUES ('"
            + key.key().id()
            + "', 1, 1, "
            + used.toEpochMilli()
            + ")");
    store.clock().advance(Duration.ofDays(89));
    assertEquals(List.of(), unused());
    store.clock().advance(Duration.ofDays(1));
    assertEquals(List.of(used), unused());
  }

  @Test
  void tellsOfMoreKeysThanOnePageHolds() {
    for (int i = 0; i < 501; i++) {
      store.issue("k" + i);
    }
    store.clock().advance(Duration.ofDays(90));
    assertEquals(501, unused().size());
  }

  @Test
  void tellsOfQuotasAtEightyAndAtHundredPercentInEachWindow() throws SQLException {
    KeySettings limited =
        KeySettings.named("k").limitedTo(KeyLimits.parse(List.of(), List.of("10/day")));
    String id = store.keys().issue(limited).key().id().value();
    Instant today = start.truncatedTo(ChronoUnit.DAYS);
    assertEquals(List.of(), quotas(id, today, 7));
    assertEquals(List.of("80: 8 of 10/day"), quotas(id, today, 8));
    assertEquals(List.of(), quotas(id, today, 9));
    assertEquals(List.of("100: 10 of 10/day"), quotas(id, today, 10));
    assertEquals(List.of(), quotas(id, today, 12));
    store.clock().advance(Duration.ofDays(1));
    assertEquals(List.of("100: 10 of 10/day"), quotas(id, today.plus(Duration.ofDays(1)), 10));
    store.bean(QuotaScan.class).run();
    assertEquals(List.of(), store.bean(Heard.class).take());
  }

  @Test
  void canBeSwitchedOff() {
    assertEquals(2, store.bean(NoticeSchedule.class).size());
    try (TestStore off =
        TestStore.open(folder.resolve("b.db"), Map.of("keystile.notices.enabled", false))) {
      assertEquals(0, off.bean(NoticeSchedule.class).size());
    }
    assertThrows(
        IllegalArgumentException.class,
        () -> new NoticesConfiguration(true, Duration.ofHours(1), Duration.ofHours(1)));
  }

  @Test
  void saysItInASentenceWithoutTheSecret() {
    IssuedKey key = issue(start.plus(Duration.ofDays(40)));
    store.clock().advance(Duration.ofDays(20));
    store.bean(KeyScan.class).run();
    KeyNotice notice = store.bean(Heard.class).take().get(0);
    assertEquals(
        "The key " + key.key().id() + " (k) expires at " + start.plus(Duration.ofDays(40)),
        NoticeText.of(notice));
    assertFalse(notice.toString().contains(key.secret().exposeText()));
  }

  private List<Integer> daysTold(int hoursLater) {
    store.clock().advance(Duration.ofHours(hoursLater));
    store.bean(KeyScan.class).run();
    return store.bean(Heard.class).take().stream()
        .map(notice -> ((KeyNotice.Expiring) notice).days())
        .toList();
  }

  private List<Instant> unused() {
    store.bean(KeyScan.class).run();
    return store.bean(Heard.class).take().stream()
        .map(notice -> ((KeyNotice.Unused) notice).since())
        .toList();
  }

  private List<String> quotas(String id, Instant window, int used) throws SQLException {
    TestStore.execute(
        file,
        "INSERT OR REPLACE INTO keystile_quota VALUES ('%s', 'day', %d, %d, %d, %d)"
            .formatted(
                id,
                window.toEpochMilli(),
                window.plus(Duration.ofDays(1)).toEpochMilli(),
                used,
                store.clock().millis()));
    store.bean(QuotaScan.class).run();
    return store.bean(Heard.class).take().stream()
        .map(notice -> (KeyNotice.QuotaUsed) notice)
        .map(quota -> quota.percent() + ": " + quota.used() + " of " + quota.quota())
        .toList();
  }

  private IssuedKey issue(Instant end) {
    return store.keys().issue(KeySettings.named("k").validBetween(null, end));
  }

  private static TestStore process() {
    return TestStore.open(file, Map.of("spec.name", Heard.SPEC));
  }
}
