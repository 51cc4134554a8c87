package io.keystile.auth.limit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.keystile.auth.ApiKeyId;
import io.keystile.auth.Verdict;
import io.keystile.auth.keys.ApiKeys;
import io.keystile.auth.keys.KeyLimits;
import io.keystile.auth.keys.KeySettings;
import io.keystile.auth.keys.StoredKey;
import io.keystile.auth.store.StoreReader;
import io.micronaut.context.ApplicationContext;
import io.micronaut.scheduling.annotation.Scheduled;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class LimitsStoreTest extends LimitsFixture {

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
    Verdict.Rejected refused = assertRefused(restarted.charge(key, call(1), NOWHERE));
    assertEquals(10, left(refused, "quota-day").remaining());
    assertEquals(Duration.ofDays(29).plusHours(9), refused.retryAfter());
  }

  @Test
  void noTickCanMakeTheCountsAnewDuringAStop() {
    assertTrue(
        process().getBeanDefinition(Quotas.class).getExecutableMethods().stream()
            .noneMatch(method -> method.hasStereotype(Scheduled.class)));
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
    Verdict.Rejected refused =
        assertRefused(two.getBean(Limits.class).charge(key, call(1), NOWHERE));
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
    assertNull(limits.charge(key, call(1), NOWHERE));
    limits.prepare(key);
    assertEquals(6, passing(limits, key, 100));
  }

  private static void flush(ApplicationContext process) {
    process.getBean(Quotas.class).flush();
  }

  private static int rows(ApplicationContext process, ApiKeyId id) {
    return process
        .getBean(StoreReader.class)
        .read("a test", store -> QuotaQuery.ofKey(store, id.value()))
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
}
