package io.keystile.auth.keys;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.keystile.auth.CountingStore;
import io.keystile.auth.TestStore;
import io.keystile.auth.secret.KeyGenerator;
import io.keystile.auth.secret.KeySecret;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a text alone tells: only what cannot be in the store is refused without asking it. */
class KeyShapesTest {

  private static final String IMPORTED = "imported-key-1234567";

  @TempDir Path folder;

  @Test
  void refusesEverythingWhileThereIsNoKey() {
    try (TestStore store = open("ks_")) {
      assertFalse(isPlausible(store, IMPORTED));
      assertFalse(isPlausible(store, generated("ks_")));
    }
  }

  @Test
  void refusesWhatWasNotGeneratedUnderAClosedPrefix() {
    try (TestStore store = open("ks_")) {
      store.issue("first");
      assertTrue(isPlausible(store, generated("ks_")));
      assertFalse(isPlausible(store, "ks_" + "x".repeat(32)));
      assertFalse(isPlausible(store, "ks_" + IMPORTED));
      assertFalse(isPlausible(store, generated("sk-")));
      assertFalse(isPlausible(store, IMPORTED));
    }
  }

  @Test
  void opensOnlyThePrefixThatAnImportedKeyBeginsWith() {
    try (TestStore store = open("ks_")) {
      store.issue("first");
      bring(store, IMPORTED);
      assertTrue(isPlausible(store, IMPORTED + "x"));
      assertFalse(isPlausible(store, "ks_" + IMPORTED));
      bring(store, "ks_" + IMPORTED);
      assertTrue(isPlausible(store, "ks_" + IMPORTED + "x"));
    }
  }

  @Test
  void opensAPrefixThatBeginsAfterAnImport() {
    try (TestStore store = open("ks_")) {
      bring(store, "ks_" + IMPORTED);
      store.issue("first");
      assertTrue(isPlausible(store, "ks_" + IMPORTED));
    }
  }

  @Test
  void keepsNestedPrefixesApart() {
    try (TestStore store = open("ks_")) {
      store.issue("outer");
    }
    try (TestStore store = open("ks_live_")) {
      store.issue("inner");
      assertTrue(isPlausible(store, generated("ks_")));
      assertTrue(isPlausible(store, generated("ks_live_")));
      assertFalse(isPlausible(store, "ks_live_" + IMPORTED));
      bring(store, "ks_" + IMPORTED);
      assertTrue(isPlausible(store, "ks_" + IMPORTED));
    }
  }

  @Test
  void asksTheStoreWhenItIsNotKnownWhatIsInIt() {
    try (TestStore store = open("ks_")) {
      store.issue("first");
      store.bean(CountingStore.class).setGone(true);
      store.bean(KeyShapes.class).everythingChanged();
      assertTrue(isPlausible(store, "ks_" + IMPORTED));
      assertFalse(isPlausible(store, "too short"));
      store.bean(CountingStore.class).setGone(false);
      store.bean(KeyShapes.class).everythingChanged();
      assertFalse(isPlausible(store, "ks_" + IMPORTED));
    }
  }

  private TestStore open(String prefix) {
    return TestStore.open(
        folder.resolve("keys.db"), Map.of("keystile.keys.prefix", prefix, "spec.counting", true));
  }

  private static void bring(TestStore store, String key) {
    store.bean(KeyImporter.class).importKeys(List.of(key), new KeyImport("old", null, false));
  }

  private static boolean isPlausible(TestStore store, String text) {
    return store.bean(KeyShapes.class).isPlausible(KeySecret.of(text));
  }

  private String generated(String prefix) {
    try (TestStore store = TestStore.open(folder.resolve("other.db"))) {
      return store.bean(KeyGenerator.class).generate(prefix).exposeText();
    }
  }
}
