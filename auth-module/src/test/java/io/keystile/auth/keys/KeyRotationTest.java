package io.keystile.auth.keys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.keystile.auth.ApiKeyId;
import io.keystile.auth.TestStore;
import io.keystile.auth.Verdict;
import io.keystile.auth.policy.Call;
import io.keystile.auth.secret.KeySecret;
import io.keystile.auth.verify.KeyVerifier;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyRotationTest {

  @TempDir Path folder;
  private TestStore store;
  private KeyRotation rotation;

  @BeforeEach
  void open() {
    store = TestStore.open(folder.resolve("keys.db"), Map.of("keystile.api-key", "k".repeat(40)));
    rotation = store.bean(KeyRotation.class);
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void refusesADisabledKey() {
    IssuedKey key = store.issue("k");
    store.keys().disable(key.key().id());
    assertThrows(ConflictException.class, () -> rotate(key, Duration.ZERO));
    store.keys().enable(key.key().id());
    assertEquals("accepted", verdict(key.secret()));
  }

  @Test
  void refusesAnExpiredKey() {
    IssuedKey key = expiring(Duration.ofDays(1));
    store.clock().advance(Duration.ofDays(1));
    assertThrows(ConflictException.class, () -> rotate(key, Duration.ZERO));
  }

  @Test
  void refusesAKeyFromTheEnvironment() {
    ApiKeyId id = store.keys().search(KeyQuery.ALL, null, 10).items().get(0).id();
    assertThrows(ConflictException.class, () -> rotation.rotate(id, Duration.ZERO));
  }

  @Test
  void endsTheOldSecretAtOnceWithoutAnOverlap() {
    IssuedKey old = store.issue("k");
    assertEquals("accepted", verdict(old.secret()));
    IssuedKey rotated = rotate(old, Duration.ZERO);
    assertEquals("expired_api_key", verdict(old.secret()));
    assertEquals("accepted", verdict(rotated.secret()));
    assertNotEquals(old.secret().exposeText(), rotated.secret().exposeText());
  }

  @Test
  void letsBothSecretsWorkDuringTheOverlap() {
    IssuedKey old = store.issue("k");
    IssuedKey rotated = rotate(old, Duration.ofHours(1));
    assertEquals("accepted", verdict(old.secret()));
    assertEquals("accepted", verdict(rotated.secret()));
    store.clock().advance(Duration.ofHours(1).minusMillis(1));
    assertEquals("accepted", verdict(old.secret()));
    store.clock().advance(Duration.ofMillis(1));
    assertEquals("expired_api_key", verdict(old.secret()));
    assertEquals("accepted", verdict(rotated.secret()));
  }

  @Test
  void keepsEverythingButTheSecret() {
    IssuedKey old = expiring(Duration.ofDays(30));
    ManagedKey rotated = rotate(old, Duration.ofDays(1)).key();
    assertEquals(old.key().id(), rotated.id());
    assertEquals(old.key().settings(), rotated.settings());
    assertEquals(old.key().createdAt(), rotated.createdAt());
    assertEquals(2, rotated.generation());
    assertEquals(old.key().hint(), Objects.requireNonNull(rotated.previous()).hint());
    assertEquals(
        store.clock().instant().plus(Duration.ofDays(1)),
        Objects.requireNonNull(rotated.previous()).endsAt());
    assertNull(old.key().previous());
  }

  @Test
  void neverLetsTheOverlapPassTheKeysEnd() {
    IssuedKey old = expiring(Duration.ofHours(2));
    ManagedKey rotated = rotate(old, Duration.ofDays(1)).key();
    assertEquals(old.key().expiresAt(), Objects.requireNonNull(rotated.previous()).endsAt());
  }

  @Test
  void keepsAtMostOneOldSecret() {
    IssuedKey first = store.issue("k");
    IssuedKey second = rotate(first, Duration.ofHours(1));
    assertEquals("accepted", verdict(first.secret()), "now at hand, and has to be forgotten");
    IssuedKey third = rotate(second, Duration.ofHours(1));
    assertEquals("invalid_api_key", verdict(first.secret()));
    assertEquals("accepted", verdict(second.secret()));
    assertEquals("accepted", verdict(third.secret()));
  }

  @Test
  void disablesBothSecretsWithTheKey() {
    IssuedKey old = store.issue("k");
    IssuedKey rotated = rotate(old, Duration.ofHours(1));
    assertEquals("accepted", verdict(old.secret()));
    store.keys().disable(old.key().id());
    assertEquals("disabled_api_key", verdict(old.secret()));
    assertEquals("disabled_api_key", verdict(rotated.secret()));
    store.keys().delete(old.key().id());
    assertEquals("invalid_api_key", verdict(old.secret()));
    assertEquals("invalid_api_key", verdict(rotated.secret()));
  }

  @Test
  void letsOneOfTwoRotationsWinAndTellsTheOther() throws Exception {
    IssuedKey key = store.issue("k");
    CountDownLatch start = new CountDownLatch(1);
    ExecutorService threads = Executors.newFixedThreadPool(8);
    List<Future<String>> results;
    try {
      results =
          IntStream.range(0, 8).mapToObj(i -> threads.submit(() -> outcome(key, start))).toList();
      start.countDown();
      int generation = 1;
      for (Future<String> result : results) {
        generation += result.get().equals("won") ? 1 : 0;
      }
      assertEquals(generation, store.keys().get(key.key().id()).generation());
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void tellsWhoSawAnOlderVersion() {
    IssuedKey key = store.issue("k");
    KeyChanges changes = store.bean(KeyChanges.class);
    rotate(key, Duration.ZERO);
    assertThrows(
        ConflictException.class, () -> changes.requireVersion(key.key().id(), key.key().version()));
  }

  private String outcome(IssuedKey key, CountDownLatch start) throws InterruptedException {
    start.await();
    try {
      rotate(key, Duration.ofHours(1));
      return "won";
    } catch (ConflictException e) {
      return "told";
    }
  }

  private IssuedKey expiring(Duration life) {
    return store
        .keys()
        .issue(KeySettings.named("k").validBetween(null, store.clock().instant().plus(life)));
  }

  private IssuedKey rotate(IssuedKey key, Duration overlap) {
    return rotation.rotate(key.key().id(), overlap);
  }

  private String verdict(KeySecret secret) {
    Call call = new Call(store.clock().millis(), null, List.of());
    Verdict verdict =
        store.bean(KeyVerifier.class).verify(secret, call).toCompletableFuture().join();
    return verdict instanceof Verdict.Rejected rejected ? rejected.reason().code() : "accepted";
  }
}
