package io.keystile.auth.keys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.keystile.auth.TestStore;
import io.keystile.auth.Verdict;
import io.keystile.auth.keys.ImportReport.Outcome;
import io.keystile.auth.policy.Call;
import io.keystile.auth.secret.KeySecret;
import io.keystile.auth.verify.KeyVerifier;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PepperTest {

  private static final String FIRST = "the first pepper of thirty-two or more";
  private static final String SECOND = "the second pepper of thirty-two or more";

  @TempDir Path folder;

  @Test
  void refusesToStartWithoutThePepperThatKeysNeed() {
    issue(Map.of("keystile.keys.pepper", FIRST));
    RuntimeException fault = assertThrows(RuntimeException.class, () -> open(Map.of()).close());
    String message = rootMessage(fault);
    assertTrue(message.startsWith("Keys in the store were made with the pepper "), message);
    assertFalse(message.contains(FIRST));
    assertThrows(
        RuntimeException.class, () -> open(Map.of("keystile.keys.pepper", SECOND)).close());
  }

  @Test
  void startsWithoutAPepperThatNoKeyNeedsAnyMore() {
    Map<String, Object> first = Map.of("keystile.keys.pepper", FIRST);
    IssuedKey key = issue(first);
    try (TestStore store = open(first)) {
      store.keys().delete(key.key().id());
    }
    try (TestStore store = open(Map.of())) {
      assertEquals(0, store.keys().count());
    }
  }

  @Test
  void keepsOldKeysWorkingWhenThePepperChanges() {
    IssuedKey plain = issue(Map.of());
    IssuedKey first = issue(Map.of("keystile.keys.pepper", FIRST));
    Map<String, Object> both =
        Map.of("keystile.keys.pepper", SECOND, "keystile.keys.older-peppers", FIRST);
    try (TestStore store = open(both)) {
      IssuedKey second = store.issue("second");
      for (IssuedKey key : List.of(plain, first, second)) {
        assertTrue(isAccepted(store, key.secret()), key.key().name());
        store.keys().disable(key.key().id());
        assertFalse(isAccepted(store, key.secret()), key.key().name());
        store.keys().enable(key.key().id());
        assertTrue(isAccepted(store, key.secret()), key.key().name());
        store.keys().delete(key.key().id());
        assertFalse(isAccepted(store, key.secret()), key.key().name());
      }
    }
  }

  @Test
  void seesThatAKeyIsThereUnderAnOlderPepper() {
    String text = issue(Map.of()).secret().exposeText();
    try (TestStore store = open(Map.of("keystile.keys.pepper", FIRST))) {
      ImportReport report =
          store
              .bean(KeyImporter.class)
              .importKeys(List.of(text), new KeyImport("again", null, false));
      assertEquals(1, report.count(Outcome.ALREADY_THERE));
    }
  }

  @Test
  void doesNotWarnOfAShortKeyWithAPepper() {
    try (TestStore store = open(Map.of("keystile.keys.pepper", FIRST))) {
      ImportReport report =
          store
              .bean(KeyImporter.class)
              .importKeys(List.of("imported-key-1234"), new KeyImport("old", null, false));
      assertEquals(null, report.lines().get(0).note());
    }
  }

  private IssuedKey issue(Map<String, Object> settings) {
    try (TestStore store = open(settings)) {
      return store.issue("made under " + settings.size());
    }
  }

  private TestStore open(Map<String, Object> settings) {
    return TestStore.open(folder.resolve("keys.db"), settings);
  }

  private static boolean isAccepted(TestStore store, KeySecret secret) {
    return store
            .bean(KeyVerifier.class)
            .verify(secret, new Call(store.clock().millis(), null, List.of()))
            .toCompletableFuture()
            .join()
        instanceof Verdict.Accepted;
  }

  private static String rootMessage(Throwable fault) {
    Throwable root = fault;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return String.valueOf(root.getMessage());
  }
}
