package io.keystile.auth.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.keystile.auth.CountingStore;
import io.keystile.auth.Reason;
import io.keystile.auth.TestStore;
import io.keystile.auth.Verdict;
import io.keystile.auth.address.ClientIp;
import io.keystile.auth.keys.IssuedKey;
import io.keystile.auth.keys.KeyRotation;
import io.keystile.auth.policy.Call;
import io.keystile.auth.secret.KeyDigest;
import io.keystile.auth.secret.KeyGenerator;
import io.keystile.auth.secret.KeyHasher;
import io.keystile.auth.secret.KeySecret;
import io.keystile.auth.store.ChangeListener;
import io.keystile.auth.store.Changes;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A flood of wrong keys stays away from the store, and every right key gets through it. */
class UnknownKeyFloodTest {

  private static final ClientIp CALLER = ClientIp.parse("203.0.113.7");

  @TempDir Path folder;
  private TestStore store;
  private IssuedKey early;

  @BeforeEach
  void open() {
    store =
        TestStore.open(
            folder.resolve("keys.db"),
            Map.of("spec.counting", true, "keystile.brute-force.enabled", false));
    early = store.issue("early");
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void reachesTheStoreNoMoreAfterAThousandKeys() {
    refuse(UnknownKeys.FLOOD);
    awaitReading();
    int before = store.bean(CountingStore.class).lookUps();
    refuse(100);
    assertEquals(before, store.bean(CountingStore.class).lookUps());
    assertAccepted(early.secret());
  }

  @Test
  void asksTheStoreAgainWhenAnythingMayHaveChanged() {
    store.bean(PresentKeys.class).readAll();
    store.bean(Changes.class).publishEverything();
    store.bean(CountingStore.class).setGone(true);
    assertEquals(Reason.KEY_STORE_UNAVAILABLE, reason(unknown()));
  }

  @Test
  void letsNewAndChangedKeysIn() {
    store.bean(PresentKeys.class).readAll();
    IssuedKey late = store.issue("late");
    assertAccepted(late.secret());
    IssuedKey rotated = store.bean(KeyRotation.class).rotate(late.key().id(), Duration.ofHours(1));
    assertAccepted(rotated.secret());
    assertAccepted(late.secret());
    store.keys().disable(early.key().id());
    assertEquals(Reason.DISABLED_API_KEY, reason(early.secret()));
    store.keys().enable(early.key().id());
    assertAccepted(early.secret());
    store.keys().delete(early.key().id());
    assertEquals(Reason.INVALID_API_KEY, reason(early.secret()));
  }

  @Test
  void letsAKeyOfAnotherProcessIn() throws InterruptedException {
    store.bean(PresentKeys.class).readAll();
    BlockingQueue<KeyDigest> heard = new LinkedBlockingQueue<>();
    store.bean(Changes.class).subscribe(new Heard(heard));
    try (TestStore other = TestStore.open(folder.resolve("keys.db"))) {
      IssuedKey key = other.issue("of another process");
      KeyDigest digest = store.bean(KeyHasher.class).digest(key.secret());
      KeyDigest last;
      do {
        last = heard.poll(10, TimeUnit.SECONDS);
        assertNotNull(last);
      } while (!digest.equals(last));
      assertAccepted(key.secret());
    }
  }

  @Test
  void keepsABlockedAddressFromTheStore() {
    try (TestStore guarded =
        TestStore.open(folder.resolve("guarded.db"), Map.of("spec.counting", true))) {
      KeyVerifier verifier = guarded.bean(KeyVerifier.class);
      Call call = new Call(guarded.clock().millis(), CALLER, List.of());
      for (int i = 0; i < 5; i++) {
        verifier.verify(KeySecret.of("too-short"), call).toCompletableFuture().join();
      }
      Verdict verdict = verifier.verify(unknown(), call).toCompletableFuture().join();
      assertEquals(Reason.TOO_MANY_FAILED_ATTEMPTS, ((Verdict.Rejected) verdict).reason());
      assertEquals(0, guarded.bean(CountingStore.class).lookUps());
    }
  }

  private void awaitReading() {
    PresentKeys present = store.bean(PresentKeys.class);
    assertTimeoutPreemptively(
        Duration.ofSeconds(30),
        () -> {
          while (!present.isReady(store.clock().millis())) {
            Thread.onSpinWait();
          }
        });
  }

  private void refuse(int times) {
    for (int i = 0; i < times; i++) {
      assertEquals(Reason.INVALID_API_KEY, reason(unknown()));
    }
  }

  private KeySecret unknown() {
    return store.bean(KeyGenerator.class).generate("ks_");
  }

  private Verdict verify(KeySecret secret) {
    Call call = new Call(store.clock().millis(), null, List.of());
    return store.bean(KeyVerifier.class).verify(secret, call).toCompletableFuture().join();
  }

  private Reason reason(KeySecret secret) {
    return assertInstanceOf(Verdict.Rejected.class, verify(secret)).reason();
  }

  private void assertAccepted(KeySecret secret) {
    assertInstanceOf(Verdict.Accepted.class, verify(secret));
  }

  private record Heard(BlockingQueue<KeyDigest> digests) implements ChangeListener {

    @Override
    public void changed(Collection<KeyDigest> changed) {
      digests.addAll(changed);
    }

    @Override
    public void everythingChanged() {}
  }
}
