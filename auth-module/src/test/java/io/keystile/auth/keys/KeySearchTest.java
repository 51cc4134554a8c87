package io.keystile.auth.keys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.keystile.auth.KeyStatus;
import io.keystile.auth.Scopes;
import io.keystile.auth.TestClock;
import io.keystile.auth.TestStore;
import io.keystile.auth.keys.ManagedKey.Source;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(Lifecycle.PER_CLASS)
class KeySearchTest {

  private static final Instant NOW = TestClock.START;
  private static final Instant LATER = NOW.plus(Duration.ofDays(1));
  private static final String FIXED = "KEYSTILE_API_KEY";

  private Path file = Path.of(".");
  private TestStore store;
  private ApiKeys keys;

  @BeforeAll
  void fill(@TempDir Path folder) throws SQLException {
    file = folder.resolve("keys.db");
    store =
        TestStore.open(
            file,
            Map.of(
                "keystile.api-key", "k".repeat(40), "keystile.limits.default-quotas", "100/day"));
    keys = store.keys();
    Accounts accounts = store.bean(Accounts.class);
    accounts.create("team", null, Scopes.ALL);
    accounts.create("off", null, Scopes.ALL);
    issue(KeySettings.named("delta").ownedBy("team").describedAs("For Nobody"));
    issue(KeySettings.named("Bravo").withScopes(Scopes.of("chat:*", "models:read")));
    issue(KeySettings.named("alpha").ownedBy("off"));
    issue(KeySettings.named("charlie").validBetween(null, LATER));
    issue(KeySettings.named("echo").validBetween(LATER, null));
    issue(KeySettings.named("over").validBetween(null, NOW.plusMillis(1)));
    keys.disable(issue(KeySettings.named("foxtrot")));
    issue(KeySettings.named("spent").limitedTo(KeyLimits.parse(List.of(), List.of("10/month"))));
    issue(KeySettings.named("free").limitedTo(KeyLimits.UNLIMITED));
    accounts.setEnabled("off", false);
    store.clock().advance(Duration.ofMillis(1));
    used("delta", 5, 1000, "day", 100);
    used("Bravo", 7, 500, "day", 99);
    used("spent", 5, 2000, "month", 10);
    used("free", 1, 3000, "day", 1000);
    TestStore.execute(
        file, "UPDATE keystile_quota SET window_end = 1 WHERE key_id = '" + id("delta") + "'");
  }

  @AfterAll
  void close() {
    store.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x", "key_01", "!!!!", "eyJhIjoxfQ", "bmFtZQ", "Y3JlYXRlZApkCng"})
  void refusesACursorThatNoListAnsweredWith(String cursor) {
    IllegalArgumentException fault =
        assertThrows(IllegalArgumentException.class, () -> keys.search(KeyQuery.ALL, cursor, 10));
    assertTrue(String.valueOf(fault.getMessage()).startsWith("cursor is none"), fault.toString());
  }

  @Test
  void refusesACursorOfAnotherOrder() {
    String cursor = Objects.requireNonNull(keys.search(KeyQuery.ALL, null, 3).nextCursor());
    for (String order : List.of("-created", "name", "requests")) {
      assertThrows(
          IllegalArgumentException.class,
          () -> keys.search(KeyQuery.ALL.inOrder(KeyOrder.parse(order)), cursor, 3));
    }
    assertThrows(IllegalArgumentException.class, () -> KeyOrder.parse("id"));
    assertThrows(IllegalArgumentException.class, () -> KeyQuery.ALL.withText("x".repeat(1001)));
  }

  @ParameterizedTest
  @CsvSource({
    "created, delta Bravo alpha charlie echo over foxtrot spent free",
    "-created, free spent foxtrot over echo charlie alpha Bravo delta",
    "name, alpha Bravo charlie delta echo foxtrot free over spent",
    "-name, spent over free foxtrot echo delta charlie Bravo alpha",
    "last-used, alpha charlie echo over foxtrot Bravo delta spent free",
    "-last-used, free spent delta Bravo foxtrot over echo charlie alpha",
    "expires, over charlie delta Bravo alpha echo foxtrot spent free",
    "-expires, free spent foxtrot echo alpha Bravo delta charlie over",
    "requests, alpha charlie echo over foxtrot free delta spent Bravo",
    "-requests, Bravo spent delta free foxtrot over echo charlie alpha"
  })
  void ordersOverPagesOfAnySize(String order, String names) {
    KeyQuery query = KeyQuery.ALL.inOrder(KeyOrder.parse(order));
    List<String> expected = new ArrayList<>(List.of(FIXED));
    expected.addAll(List.of(names.split(" ")));
    for (int size = 1; size <= 11; size++) {
      assertEquals(expected, all(query, size), order + " by " + size);
    }
  }

  @Test
  void findsByTextIdAndHint() {
    ManagedKey bravo = one("Bravo");
    String hint = bravo.hint();
    assertEquals(List.of("delta"), names(KeyQuery.ALL.withText("fOR NO")));
    assertEquals(List.of("Bravo"), names(KeyQuery.ALL.withText(bravo.id().value())));
    assertEquals(List.of("Bravo"), names(KeyQuery.ALL.withText(hint)));
    assertEquals(List.of("Bravo"), names(KeyQuery.ALL.withText(hint.substring(hint.length() - 4))));
    assertEquals(List.of(), names(KeyQuery.ALL.withText(hint.substring(hint.length() - 3))));
    assertEquals(List.of(), names(KeyQuery.ALL.withText("____")));
    assertEquals(List.of(FIXED), names(KeyQuery.ALL.withText("api_KEY")));
  }

  @Test
  void findsByStatus() {
    assertEquals(List.of("alpha", "foxtrot"), names(KeyStatus.DISABLED));
    assertEquals(List.of("over"), names(KeyStatus.EXPIRED));
    assertEquals(List.of("echo"), names(KeyStatus.NOT_YET_VALID));
    assertEquals(List.of("spent"), names(KeyStatus.EXHAUSTED));
    assertEquals(List.of(FIXED, "delta", "Bravo", "charlie", "free"), names(KeyStatus.ACTIVE));
    assertEquals(List.of("echo", "over"), names(KeyStatus.NOT_YET_VALID, KeyStatus.EXPIRED));
    for (ManagedKey key : keys.search(KeyQuery.ALL, null, 200).items()) {
      KeyStatus status = key.statusAt(store.clock().instant());
      assertTrue(names(status).contains(key.name()), key + " is " + status);
    }
  }

  @Test
  void findsByEverythingElse() {
    assertEquals(List.of("delta"), names(KeyQuery.ALL.ownedBy("team")));
    assertEquals(List.of(), names(KeyQuery.ALL.ownedBy("nobody")));
    assertEquals(List.of(FIXED), names(KeyQuery.ALL.from(Source.ENVIRONMENT)));
    assertEquals(9, names(KeyQuery.ALL.from(Source.DATABASE)).size());
    assertEquals(List.of("Bravo"), names(KeyQuery.ALL.withScope("chat:*")));
    assertEquals(List.of(), names(KeyQuery.ALL.withScope("chat:read")));
    assertEquals(9, names(KeyQuery.ALL.withScope("*")).size());
    assertEquals(List.of("over"), names(KeyQuery.ALL.expiringBefore(LATER)));
    assertEquals(
        List.of("charlie", "over"), names(KeyQuery.ALL.expiringBefore(LATER.plusMillis(1))));
    assertEquals(List.of(), names(KeyQuery.ALL.unusedSince(NOW)));
    assertEquals(
        List.of(FIXED, "Bravo", "alpha", "charlie", "echo", "over", "foxtrot"),
        names(KeyQuery.ALL.unusedSince(NOW.plusMillis(1000))));
    assertEquals(
        List.of("alpha", "charlie", "echo", "over", "foxtrot"),
        names(KeyQuery.ALL.onlyNeverUsed()));
  }

  @Test
  void findsTheSameInEachOrder() {
    for (KeyStatus status : KeyStatus.values()) {
      same(KeyQuery.ALL.withStatus(Set.of(status)));
    }
    same(KeyQuery.ALL.expiringBefore(LATER.plusMillis(1)));
    same(KeyQuery.ALL.unusedSince(NOW.plusMillis(1000)));
    same(KeyQuery.ALL.onlyNeverUsed());
  }

  private void same(KeyQuery query) {
    Set<String> expected = Set.copyOf(names(query));
    for (KeyOrder.By by : KeyOrder.By.values()) {
      for (boolean descending : new boolean[] {false, true}) {
        assertEquals(expected, Set.copyOf(names(query.inOrder(new KeyOrder(by, descending)))));
      }
    }
  }

  @Test
  void narrowsDownByAllAtOnceInEachOrder() {
    for (KeyOrder.By by : KeyOrder.By.values()) {
      KeyQuery query = KeyQuery.ALL.inOrder(new KeyOrder(by, true)).withText("a");
      assertEquals(
          List.of("delta"), names(query.ownedBy("team").withStatus(Set.of(KeyStatus.ACTIVE))));
      assertEquals(
          List.of("alpha"), names(query.ownedBy("off").withStatus(Set.of(KeyStatus.DISABLED))));
    }
  }

  private io.keystile.auth.ApiKeyId issue(KeySettings settings) {
    return keys.issue(settings).key().id();
  }

  private void used(String name, int requests, int millis, String period, int used)
      throws SQLException {
    long at = NOW.toEpochMilli() + millis;
    String id = id(name);
    for (int i = 0; i < requests; i++) {
      TestStore.execute(
          file,
          "INSERT INTO keystile_use VALUES ('"
              + id
              + "', 1, 1, "
              + (at - i)
              + ", NULL) ON CONFLICT (key_id, generation) DO UPDATE SET requests = requests + 1");
    }
    TestStore.execute(
        file,
        "INSERT INTO keystile_quota VALUES ('"
            + id
            + "', '"
            + period
            + "', 0, "
            + LATER.toEpochMilli()
            + ", "
            + used
            + ", 0)");
  }

  private String id(String name) {
    return one(name).id().value();
  }

  private ManagedKey one(String name) {
    return keys.search(KeyQuery.ALL.withText(name), null, 200).items().get(0);
  }

  private List<String> names(KeyStatus... statuses) {
    return names(KeyQuery.ALL.withStatus(Set.of(statuses)));
  }

  private List<String> names(KeyQuery query) {
    List<String> once = all(query, 200);
    assertEquals(once, all(query, 1), "in pages");
    return once;
  }

  private List<String> all(KeyQuery query, int size) {
    List<String> names = new ArrayList<>();
    @Nullable String cursor = null;
    do {
      KeyPage page = keys.search(query, cursor, size);
      assertTrue(page.items().size() <= size, "no page is too long");
      page.items().forEach(key -> names.add(key.name()));
      cursor = page.nextCursor();
    } while (cursor != null && names.size() < 100);
    return names;
  }
}
