package io.keystile.auth.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.keystile.auth.Reason;
import io.keystile.auth.TestStore;
import io.keystile.auth.Verdict;
import io.keystile.auth.address.ClientIp;
import io.keystile.auth.keys.IssuedKey;
import io.keystile.auth.policy.Call;
import io.keystile.auth.secret.KeyGenerator;
import io.keystile.auth.secret.KeySecret;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BruteForceVerifierTest {

  private static final ClientIp CALLER = ClientIp.parse("203.0.113.7");
  private static final ClientIp OTHER = ClientIp.parse("203.0.113.8");

  @TempDir Path folder;
  private TestStore store;
  private IssuedKey good;

  @BeforeEach
  void open() {
    store = TestStore.open(folder.resolve("keys.db"), Map.of());
    good = store.issue("good");
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void refusesEvenAProvenKeyFromABlockedAddress() {
    assertInstanceOf(Verdict.Accepted.class, verify(good.secret(), CALLER));
    block();
    assertBlocked(verify(good.secret(), CALLER));
    assertInstanceOf(Verdict.Accepted.class, verify(good.secret(), OTHER));
    store.clock().advance(Duration.ofSeconds(30));
    assertInstanceOf(Verdict.Accepted.class, verify(good.secret(), CALLER));
  }

  @Test
  void countsAKeyThatIsStillRememberedAsUnknown() {
    KeySecret unknown = unknownKey();
    for (int i = 0; i < 5; i++) {
      assertRefused(Reason.INVALID_API_KEY, verify(unknown, CALLER));
    }
    assertBlocked(verify(unknown, CALLER));
  }

  @Test
  void doesNotCountTheDisabledKey() {
    store.keys().disable(good.key().id());
    for (int i = 0; i < 10; i++) {
      assertRefused(Reason.DISABLED_API_KEY, verify(good.secret(), CALLER));
    }
  }

  @Test
  void clearsNothingForAKeyThatIsOnlyIdentified() {
    try (TestStore older =
        TestStore.open(
            folder.resolve("keys.db"), Map.of("keystile.brute-force.reset-on-success", true))) {
      KeyVerifier verifier = older.bean(KeyVerifier.class);
      Call identify = new Call(older.clock().millis(), CALLER, false, List.of(), 1, true);
      for (int i = 0; i < 4; i++) {
        verifier.verify(unknownKey(), identify).toCompletableFuture().join();
      }
      Verdict answer = verifier.verify(good.secret(), identify).toCompletableFuture().join();
      assertInstanceOf(Verdict.Accepted.class, answer);
      verifier.verify(unknownKey(), identify).toCompletableFuture().join();
      assertBlocked(verifier.verify(unknownKey(), identify).toCompletableFuture().join());
    }
  }

  private void block() {
    for (int i = 0; i < 5; i++) {
      KeySecret wrong = i % 2 == 0 ? unknownKey() : KeySecret.of("too-short");
      assertRefused(Reason.INVALID_API_KEY, verify(wrong, CALLER));
    }
  }

  private Verdict verify(KeySecret secret, ClientIp address) {
    Call call = new Call(store.clock().millis(), address, List.of());
    return store.bean(KeyVerifier.class).verify(secret, call).toCompletableFuture().join();
  }

  private KeySecret unknownKey() {
    return store.bean(KeyGenerator.class).generate("ks_");
  }

  private static void assertBlocked(Verdict verdict) {
    assertRefused(Reason.TOO_MANY_FAILED_ATTEMPTS, verdict);
    assertEquals(Duration.ofSeconds(30), ((Verdict.Rejected) verdict).retryAfter());
  }

  private static void assertRefused(Reason reason, Verdict verdict) {
    assertEquals(reason, assertInstanceOf(Verdict.Rejected.class, verdict).reason());
  }
}
