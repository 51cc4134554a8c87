package io.keystile.auth.keys;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.keystile.auth.KeyStatus;
import io.keystile.auth.TestStore;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** More keys than the first walk along an index reaches; one in a thousand is rare. */
class KeySearchDepthTest {

  @TempDir static Path folder;
  private static Path file;
  private static TestStore store;

  @BeforeAll
  static void fill() throws SQLException {
    file = folder.resolve("keys.db");
    store = TestStore.open(file);
    TestStore.execute(
        file,
        "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 12000) INSERT"
            + " INTO keystile_key (id, name, hint, digest, pepper_id, scopes, enabled, imported,"
            + " created_at, version, requests, last_used_at, expires_at, quotas) SELECT"
            + " printf('key_%05d', i), iif(i % 1000 = 7, 'rare ', 'often ') || (i * 7 % 997), 'h',"
            + " randomblob(32), '', '*', TRUE, FALSE, 1, 1, i * 31 % 100, i * 17 % 12000, iif(i % 3"
            + " = 0, 9000000000000 + i * 13 % 50, NULL), iif(i % 1000 = 7, '[\"5/day\"]', NULL)"
            + " FROM n",
        "INSERT INTO keystile_quota SELECT id, 'day', 0, 9000000000000, 5, 0 FROM keystile_key"
            + " WHERE quotas IS NOT NULL");
  }

  @AfterAll
  static void close() {
    store.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "created",
        "-created",
        "name",
        "-name",
        "last-used",
        "-last-used",
        "expires",
        "-expires",
        "requests",
        "-requests"
      })
  void findsEachOnceAndInOrder(String text) throws SQLException {
    KeyOrder order = KeyOrder.parse(text);
    List<String> rare = expected(order, "name LIKE 'rare%'");
    assertEquals(12, rare.size());
    assertEquals(rare, found(KeyQuery.ALL.withText("rare").inOrder(order), 5));
    assertEquals(
        rare, found(KeyQuery.ALL.withStatus(Set.of(KeyStatus.EXHAUSTED)).inOrder(order), 5));
    assertEquals(
        expected(order, "name LIKE 'often%'"),
        found(KeyQuery.ALL.withText("often").inOrder(order), 200));
  }

  private static List<String> expected(KeyOrder order, String condition) throws SQLException {
    String direction = order.descending() ? " DESC" : "";
    return TestStore.query(
        file,
        "SELECT id FROM keystile_key WHERE %s ORDER BY %s%s, id%s"
            .formatted(condition, order.by().sql(), direction, direction));
  }

  private static List<String> found(KeyQuery query, int size) {
    List<String> ids = new ArrayList<>();
    String cursor = null;
    do {
      KeyPage page = store.keys().search(query, cursor, size);
      page.items().forEach(key -> ids.add(key.id().value()));
      cursor = page.nextCursor();
    } while (cursor != null);
    return ids;
  }
}
