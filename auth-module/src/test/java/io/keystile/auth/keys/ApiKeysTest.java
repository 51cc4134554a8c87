package io.keystile.auth.keys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.keystile.auth.ApiKeyId;
import io.keystile.auth.CountingStore;
import io.keystile.auth.KeyStatus;
import io.keystile.auth.Scopes;
import io.keystile.auth.TestClock;
import io.keystile.auth.TestStore;
import io.keystile.auth.store.StoreUnavailableException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ApiKeysTest {

  private static final ApiKeyId MISSING = new ApiKeyId("key_missing");

  @TempDir Path folder;
  private Path file;
  private TestStore store;
  private ApiKeys keys;

  @BeforeEach
  void open() {
    file = folder.resolve("keys.db");
    store = TestStore.open(file, Map.of("spec.counting", true));
    keys = store.keys();
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void findsNothingUnderAnUnknownId() {
    assertTrue(keys.find(MISSING).isEmpty());
    assertThrows(KeyNotFoundException.class, () -> keys.get(MISSING));
    assertThrows(KeyNotFoundException.class, () -> keys.enable(MISSING));
    assertThrows(KeyNotFoundException.class, () -> keys.disable(MISSING));
    assertThrows(KeyNotFoundException.class, () -> keys.delete(MISSING));
  }

  @Test
  void changesNothingWhenTheStoreIsGone() {
    IssuedKey key = store.issue("first");
    store.bean(CountingStore.class).setGone(true);
    assertThrows(StoreUnavailableException.class, () -> store.issue("second"));
    assertThrows(StoreUnavailableException.class, () -> keys.disable(key.key().id()));
    assertThrows(StoreUnavailableException.class, () -> keys.find(key.key().id()));
    assertThrows(StoreUnavailableException.class, () -> keys.search(KeyQuery.ALL, null, 10));
    store.bean(CountingStore.class).setGone(false);
    assertEquals(1, keys.count());
    assertTrue(keys.get(key.key().id()).enabled());
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 100, 101, 200})
  void takesNamesOfOneToAHundredCharacters(int length) {
    for (String letter : List.of("x", "ä", "鍵", "🔑")) {
      String name = letter.repeat(length);
      if (length >= 1 && length <= 100) {
        assertEquals(name, keys.get(store.issue(name).key().id()).name());
      } else {
        IllegalArgumentException fault =
            assertThrows(IllegalArgumentException.class, () -> KeySettings.named(name));
        assertEquals("name must have 1 to 100 characters", fault.getMessage());
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a\rb",
        "a\nb",
        "a\r\nb",
        "a\0b",
        "a\tb",
        "a\u001bb",
        "a\u0085b",
        "a\u2028b",
        "a\u2029b",
        "a\ud83db"
      })
  void refusesNamesThatCouldForgeALine(String name) {
    assertThrows(IllegalArgumentException.class, () -> KeySettings.named(name));
    assertThrows(IllegalArgumentException.class, () -> KeySettings.named("x").describedAs(name));
    assertThrows(IllegalArgumentException.class, () -> new KeyImport(name, null, false));
  }

  @Test
  void refusesTextsAndTimesOutOfRange() {
    assertThrows(IllegalArgumentException.class, () -> KeySettings.named(" \n "));
    KeySettings request = KeySettings.named("x");
    assertThrows(IllegalArgumentException.class, () -> request.describedAs("d".repeat(1001)));
    Instant now = TestClock.START;
    assertThrows(IllegalArgumentException.class, () -> request.validBetween(now, now));
    assertThrows(
        IllegalArgumentException.class, () -> request.validBetween(now.plusMillis(1), now));
    assertThrows(IllegalArgumentException.class, () -> keys.search(KeyQuery.ALL, null, 0));
    assertThrows(IllegalArgumentException.class, () -> keys.search(KeyQuery.ALL, null, 201));
  }

  @Test
  void keepsEverythingItWasGiven() {
    Instant start = TestClock.START.plusSeconds(1);
    Instant end = TestClock.START.plusSeconds(2);
    KeySettings request =
        KeySettings.named(" first ")
            .describedAs(" what it is for ")
            .withScopes(Scopes.of("chat:*", "models:read"))
            .validBetween(start, end);
    IssuedKey issued = keys.issue(request);
    ManagedKey key = keys.get(issued.key().id());
    assertEquals(issued.key(), key);
    assertEquals("first", key.name());
    assertEquals("what it is for", key.description());
    assertEquals(Scopes.of("chat:*", "models:read"), key.scopes());
    assertEquals(TestClock.START, key.createdAt());
    assertEquals(start, key.notBefore());
    assertEquals(end, key.expiresAt());
    String text = issued.secret().exposeText();
    assertEquals("ks_…" + text.substring(text.length() - 4), key.hint());
    assertEquals(KeyStatus.NOT_YET_VALID, key.statusAt(TestClock.START));
    assertEquals(KeyStatus.ACTIVE, key.statusAt(start));
    assertEquals(KeyStatus.EXPIRED, key.statusAt(end));
  }

  @Test
  void switchesAndDeletes() {
    IssuedKey issued = store.issue("first");
    ApiKeyId id = issued.key().id();
    ManagedKey disabled = keys.disable(id);
    assertFalse(disabled.enabled());
    assertEquals(2, disabled.version());
    assertEquals(KeyStatus.DISABLED, disabled.statusAt(TestClock.START));
    assertEquals(2, keys.disable(id).version());
    assertEquals(3, keys.enable(id).version());
    assertEquals(3, keys.enable(id).version());
    assertEquals("first", keys.delete(id).name());
    assertTrue(keys.find(id).isEmpty());
    assertThrows(KeyNotFoundException.class, () -> keys.delete(id));
    assertEquals(0, keys.count());
  }

  @Test
  void givesEveryKeyOnceOverItsPages() {
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < 450; i++) {
      texts.add("imported-key-number-" + i);
    }
    store.bean(KeyImporter.class).importKeys(texts, new KeyImport("bulk", null, true));
    for (int size : List.of(1, 7, 150, 200)) {
      Set<ApiKeyId> seen = new HashSet<>();
      @Nullable String cursor = null;
      int pages = 0;
      do {
        KeyPage page = keys.search(KeyQuery.ALL, cursor, size);
        page.items().forEach(key -> assertTrue(seen.add(key.id())));
        cursor = page.nextCursor();
        pages++;
      } while (cursor != null && pages < 500);
      assertEquals(450, seen.size());
      assertEquals((450 + size - 1) / size, pages);
    }
  }

  @Test
  void endsWithTheLast() {
    store.issue("first");
    assertNull(keys.search(KeyQuery.ALL, null, 1).nextCursor());
  }

  @Test
  void findsByPartOfATextWithoutItsSignsMeaningAnything() {
    for (String name :
        List.of("100% sure", "100 sure", "a_b", "axb", "wow!", "ÄRZTE Köln", "Max")) {
      store.issue(name);
    }
    keys.issue(KeySettings.named("described").describedAs("For MAX only"));
    assertEquals(List.of("100% sure"), names("0%"));
    assertEquals(List.of("a_b"), names("_"));
    assertEquals(List.of("wow!"), names("!"));
    assertEquals(List.of("Max", "described"), names("mAX"));
    assertEquals(List.of("ÄRZTE Köln"), names("ÄRZTE köLN"));
    assertEquals(List.of(), names("\\"));
    assertEquals(List.of(), names("' OR '1'='1"));
    assertEquals(8, names("").size());
  }

  @Test
  void findsByWholeIdAndByState() {
    IssuedKey first = store.issue("first");
    store.issue("second");
    keys.disable(first.key().id());
    assertEquals(List.of("first"), names(first.key().id().value()));
    assertEquals(List.of(), names(first.key().id().value().substring(0, 10)));
    assertEquals(List.of("first"), names(KeyQuery.ALL.withStatus(Set.of(KeyStatus.DISABLED))));
    assertEquals(List.of("second"), names(KeyQuery.ALL.withStatus(Set.of(KeyStatus.ACTIVE))));
    assertEquals(
        List.of(), names(KeyQuery.ALL.withText("first").withStatus(Set.of(KeyStatus.ACTIVE))));
  }

  @Test
  void losesNoKeyOfManyThreads() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(8);
    List<Future<IssuedKey>> issued = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      String name = "key " + i;
      issued.add(threads.submit(() -> store.issue(name)));
    }
    Set<String> texts = new HashSet<>();
    Set<ApiKeyId> ids = new HashSet<>();
    for (Future<IssuedKey> key : issued) {
      texts.add(key.get().secret().exposeText());
      ids.add(key.get().key().id());
    }
    threads.shutdown();
    assertEquals(200, texts.size());
    assertEquals(200, ids.size());
    assertEquals(200, keys.count());
    assertEquals(
        List.of("200"), TestStore.query(file, "SELECT count(DISTINCT digest) FROM keystile_key"));
  }

  private List<String> names(String text) {
    return names(KeyQuery.ALL.withText(text));
  }

  private List<String> names(KeyQuery query) {
    return keys.search(query, null, 100).items().stream().map(ManagedKey::name).toList();
  }
}
