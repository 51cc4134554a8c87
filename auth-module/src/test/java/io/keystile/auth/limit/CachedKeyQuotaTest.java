package io.keystile.auth.limit;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.keystile.auth.TestStore;
import io.keystile.auth.Verdict;
import io.keystile.auth.keys.IssuedKey;
import io.keystile.auth.policy.Call;
import io.keystile.auth.verify.KeyVerifier;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A key may be at hand while what it has used of its quotas is not. */
class CachedKeyQuotaTest {

  @TempDir Path folder;

  @Test
  void countsAreLoadedAgainForAKeyThatIsStillInMemory() {
    Path file = folder.resolve("keys.db");
    IssuedKey key;
    // Made by another process, so that no word of it empties the cache meanwhile.
    try (TestStore before = TestStore.open(file)) {
      key = before.issue("seldom used");
    }
    Map<String, Object> settings = Map.of("keystile.limits.default-quotas", "10/day");
    try (TestStore store = TestStore.open(file, settings)) {
      assertAccepted(store, key);
      store.clock().advance(Duration.ofHours(2));
      store.bean(Quotas.class).flush();
      assertAccepted(store, key);
    }
  }

  private static void assertAccepted(TestStore store, IssuedKey key) {
    Call call = new Call(store.clock().millis(), null, List.of());
    Verdict verdict =
        store.bean(KeyVerifier.class).verify(key.secret(), call).toCompletableFuture().join();
    assertInstanceOf(Verdict.Accepted.class, verdict);
  }
}
