package io.keystile.auth.usage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.keystile.auth.ApiKeyId;
import io.keystile.auth.CountingStore;
import io.keystile.auth.Reason;
import io.keystile.auth.TestStore;
import io.keystile.auth.Verdict;
import io.keystile.auth.address.ClientIp;
import io.keystile.auth.keys.IssuedKey;
import io.keystile.auth.keys.KeyImport;
import io.keystile.auth.keys.KeyImporter;
import io.keystile.auth.keys.KeyRotation;
import io.keystile.auth.policy.Call;
import io.keystile.auth.secret.KeySecret;
import io.keystile.auth.verify.KeyVerifier;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class KeyUsesTest extends UsageFixture {

  @Test
  void countsAcceptedCallsAndRemembersTheLast() {
    IssuedKey key = store.issue("k");
    use(store, key, HERE);
    store.clock().advance(Duration.ofSeconds(7));
    use(store, key, "::ffff:203.0.113.8");
    uses().flush();
    assertEquals(
        List.of(new SecretUse(1, 2, store.clock().instant(), "203.0.113.8")),
        uses().find(key.key().id()));
  }

  @Test
  void doesNotCountRefusedCalls() {
    IssuedKey key = store.issue("k");
    store.keys().disable(key.key().id());
    assertTrue(verify(store, key.secret(), HERE) instanceof Verdict.Rejected);
    uses().flush();
    assertEquals(List.of(), uses().find(key.key().id()));
  }

  @Test
  void endsAFlushAlthoughTheKeysGoOnBeingUsed() {
    IssuedKey key = store.issue("k");
    use(store, key, HERE);
    uses().flush(() -> use(store, key, HERE));
    assertEquals(1, uses().find(key.key().id()).get(0).requests());
    uses().flush();
    assertEquals(2, uses().find(key.key().id()).get(0).requests());
  }

  @Test
  void losesNoCountWhenKeysLeaveTheCache() {
    try (TestStore forgetful = process(Map.of("keystile.cache.size", "0"))) {
      IssuedKey key = forgetful.issue("k");
      for (int i = 0; i < 20; i++) {
        use(forgetful, key, HERE);
      }
      forgetful.bean(KeyUses.class).flush();
      assertEquals(20, forgetful.bean(KeyUses.class).find(key.key().id()).get(0).requests());
    }
  }

  @Test
  void countsEachSecretForItself() {
    IssuedKey old = store.issue("k");
    use(store, old, HERE);
    IssuedKey rotated = store.bean(KeyRotation.class).rotate(old.key().id(), Duration.ofHours(1));
    use(store, old, THERE);
    store.clock().advance(Duration.ofSeconds(1));
    use(store, rotated, HERE);
    uses().flush();
    assertEquals(
        List.of(
            new SecretUse(2, 1, store.clock().instant(), HERE),
            new SecretUse(1, 2, store.clock().instant().minusSeconds(1), THERE)),
        uses().find(old.key().id()));
  }

  @Test
  void writesNothingDownBetweenFlushes() throws SQLException {
    IssuedKey key = store.issue("k");
    use(store, key, HERE);
    assertEquals(List.of(), uses().find(key.key().id()));
    uses().flush();
    uses().flush();
    assertEquals(List.of("1"), written());
  }

  @Test
  void writesAtTheInterval() {
    try (TestStore quick = process(Map.of("keystile.usage.flush-interval", "100ms"))) {
      IssuedKey key = quick.issue("k");
      use(quick, key, HERE);
      assertTimeoutPreemptively(
          Duration.ofSeconds(5),
          () -> {
            while (quick.bean(KeyUses.class).find(key.key().id()).isEmpty()) {
              Thread.onSpinWait();
            }
          });
    }
  }

  @Test
  void writesAtShutdown() throws SQLException {
    try (TestStore other = process(Map.of())) {
      IssuedKey key = other.issue("k");
      use(other, key, HERE);
    }
    assertEquals(List.of("1"), written());
  }

  @Test
  void keepsWhatCouldNotBeWrittenForTheNextTime() {
    try (TestStore failing = process(Map.of("spec.counting", true))) {
      IssuedKey key = failing.issue("k");
      KeyUse counter = failing.bean(KeyUses.class).of(key.key().id(), 1);
      counter.record(failing.clock().millis(), ClientIp.parse(HERE));
      failing.bean(CountingStore.class).setGone(true);
      failing.bean(KeyUses.class).flush();
      counter.record(failing.clock().millis(), ClientIp.parse(THERE));
      failing.bean(KeyUses.class).flush();
      failing.bean(CountingStore.class).setGone(false);
      failing.bean(KeyUses.class).flush();
      assertEquals(
          List.of(new SecretUse(1, 2, failing.clock().instant(), THERE)),
          failing.bean(KeyUses.class).find(key.key().id()));
    }
  }

  @Test
  void addsUpWhatTwoProcessesCount() {
    IssuedKey key = store.issue("k");
    try (TestStore other = process(Map.of())) {
      other.clock().advance(Duration.ofSeconds(5));
      use(other, key, THERE);
      use(other, key, THERE);
    }
    use(store, key, HERE);
    uses().flush();
    SecretUse use = uses().find(key.key().id()).get(0);
    assertEquals(
        new SecretUse(1, 3, store.clock().instant().plusSeconds(5), THERE), use, "the later wins");
  }

  @Test
  void passesOverAKeyThatIsGone() throws SQLException {
    IssuedKey gone = store.issue("gone");
    IssuedKey stays = store.issue("stays");
    use(store, gone, HERE);
    use(store, stays, HERE);
    store.keys().delete(gone.key().id());
    uses().flush();
    assertEquals(1, uses().find(stays.key().id()).size());
    assertEquals(List.of("1"), written());
  }

  @Test
  void forgetsTheUseOfADeletedKey() throws SQLException {
    IssuedKey key = store.issue("k");
    use(store, key, HERE);
    uses().flush();
    store.keys().delete(key.key().id());
    assertEquals(List.of(), written());
  }

  @Test
  void writesTenThousandKeysDown() throws SQLException {
    List<String> lines =
        IntStream.range(0, 10_000).mapToObj("imported-key-%05d"::formatted).toList();
    store.bean(KeyImporter.class).importKeys(lines, new KeyImport("many", null, true));
    for (String id : TestStore.query(file(), "SELECT id FROM keystile_key")) {
      uses().of(new ApiKeyId(id), 1).record(store.clock().millis(), null);
    }
    uses().flush();
    assertEquals(
        List.of("10000"), TestStore.query(file(), "SELECT sum(requests) FROM keystile_use"));
  }

  @Test
  void addsUpWhatSeveralCountersOfOneSecretCount() {
    IssuedKey key = store.issue("k");
    for (int i = 0; i < 3; i++) {
      uses().of(key.key().id(), 1).record(store.clock().millis() + i, ClientIp.parse(HERE));
    }
    uses().flush();
    SecretUse use = uses().find(key.key().id()).get(0);
    assertEquals(new SecretUse(1, 3, Instant.ofEpochMilli(store.clock().millis() + 2), HERE), use);
  }

  @Test
  void losesNoCallThatIsCountedWhileOthersAreWritten() throws InterruptedException, SQLException {
    IssuedKey key = store.issue("k");
    KeyUse counter = uses().of(key.key().id(), 1);
    List<Thread> threads =
        Stream.generate(() -> new Thread(() -> count(counter, key.key().id()))).limit(4).toList();
    threads.forEach(Thread::start);
    for (int i = 0; i < 20; i++) {
      uses().flush();
    }
    for (Thread thread : threads) {
      thread.join();
    }
    uses().flush();
    assertEquals(List.of("40000"), written());
    assertEquals(
        List.of("40000"),
        TestStore.query(
            file(),
            "SELECT sum(requests) FROM keystile_usage WHERE key_id LIKE 'key%' AND reason <> ''"));
  }

  private void count(KeyUse counter, ApiKeyId id) {
    for (int i = 0; i < 10_000; i++) {
      counter.record(store.clock().millis(), null);
      uses().countRefusal(store.clock().millis(), Reason.IP_NOT_ALLOWED, id, 1);
    }
  }

  @Test
  void aCrashLosesAtMostWhatWasNotWritten() throws SQLException {
    IssuedKey key = store.issue("k");
    use(store, key, HERE);
    uses().flush();
    use(store, key, HERE);
    try (TestStore next = process(Map.of())) {
      assertEquals(1, next.bean(KeyUses.class).find(key.key().id()).get(0).requests());
    }
  }

  private List<String> written() throws SQLException {
    return TestStore.query(file(), "SELECT requests FROM keystile_use");
  }

  private static void use(TestStore store, IssuedKey key, String from) {
    assertTrue(verify(store, key.secret(), from) instanceof Verdict.Accepted);
  }

  private static Verdict verify(TestStore store, KeySecret secret, String from) {
    Call call = new Call(store.clock().millis(), ClientIp.parse(from), List.of());
    return store.bean(KeyVerifier.class).verify(secret, call).toCompletableFuture().join();
  }
}
