package io.keystile.auth.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.keystile.auth.ApiKeyId;
import io.keystile.auth.KeyStatus;
import io.keystile.auth.TestClock;
import io.keystile.auth.TestStore;
import io.keystile.auth.audit.AuditReport;
import io.keystile.auth.audit.AuditTrail;
import io.keystile.auth.keys.Accounts;
import io.keystile.auth.keys.KeyImport;
import io.keystile.auth.keys.KeyImporter;
import io.keystile.auth.keys.KeyOrder;
import io.keystile.auth.keys.KeyQuery;
import io.keystile.auth.keys.ManagedKey;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A database of the version before the audit log, with data in every table, is opened. */
class SchemaUpgradeTest {

  private static final String SECRET = "an imported key of old, 32 chars".replace(' ', '-');
  private static final long START = TestClock.START.toEpochMilli();
  private static final long END = TestClock.START.plus(Duration.ofDays(9)).toEpochMilli();

  @TempDir static Path folder;
  private static Path file;
  private static TestStore store;

  @BeforeAll
  static void open() throws Exception {
    file = folder.resolve("keys.db");
    Flyway.configure()
        .dataSource("jdbc:sqlite:" + file, "", "")
        .table("keystile_schema_history")
        .locations("classpath:keystile/migration/sqlite")
        .baselineOnMigrate(true)
        .baselineVersion("0")
        .target("3")
        .load()
        .migrate();
    fill();
    store = TestStore.open(file);
  }

  @AfterAll
  static void close() {
    store.close();
  }

  private static void fill() throws Exception {
    TestStore.execute(
        file,
        "INSERT INTO keystile_account VALUES ('team', 'ours', 'chat:*', TRUE, 5, 3)",
        "INSERT INTO keystile_prefix VALUES ('ks_', FALSE), ('', TRUE)",
        "INSERT INTO keystile_pepper VALUES ('')",
        key("key_1", "used twice", digest(SECRET), "'team', '[\"10/day\"]'", "2"),
        key("key_2", "Never used", digest("two"), "NULL, '[\"10/day\"]'", "1"),
        key("key_3", "used once", digest("three"), "NULL, NULL", "1"),
        "UPDATE keystile_key SET previous_digest = x'"
            + digest("old")
            + ("', previous_hint = 'ks_…old1', previous_ends_at = 7, expires_at = " + END)
            + ", rate_limits = '[\"5/1s\"]', allow_list = '[{\"address\":\"10.0.0.0/8\","
            + "\"enabled\":true}]', metadata = '{\"a\":\"b\"}' WHERE id = 'key_1'",
        "INSERT INTO keystile_use VALUES ('key_1', 1, 5, 1000, '10.0.0.1'),"
            + " ('key_1', 2, 7, 2000, NULL), ('key_3', 1, 1, 3000, '10.0.0.2')",
        "INSERT INTO keystile_quota VALUES ('key_1', 'day', %1$d, %2$d, 4, 0), "
                .formatted(START, END)
            + "('key_2', 'day', %1$d, %2$d, 10, 0)".formatted(START, END),
        "INSERT INTO keystile_change (digest, at) VALUES (x'" + digest(SECRET) + "', 0)");
  }

  private static String key(String id, String name, String digest, String more, String generation) {
    return "INSERT INTO keystile_key (id, name, hint, digest, pepper_id, scopes, enabled, imported,"
        + " created_at, version, owner, quotas, generation) VALUES ('%s', '%s', 'ks_…abcd', x'%s',"
            .formatted(id, name, digest)
        + " '', '*', TRUE, FALSE, 9, 4, "
        + more
        + ", "
        + generation
        + ")";
  }

  private static String digest(String secret) throws Exception {
    return HexFormat.of()
        .formatHex(
            MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void keysAreAsTheyWere() {
    ManagedKey key = store.keys().get(new ApiKeyId("key_1"));
    assertEquals("used twice", key.name());
    assertEquals("team", key.settings().owner());
    assertEquals(2, key.generation());
    assertEquals(4, key.version());
    assertEquals(Instant.ofEpochMilli(END), key.expiresAt());
    assertEquals(List.of("10/day"), key.settings().limits().quotaTexts());
    assertEquals(List.of("5/1s"), key.settings().limits().rateTexts());
    assertEquals(1, key.settings().allow().size());
    assertEquals("b", key.settings().metadata().get("a"));
    assertEquals("ks_…old1", Objects.requireNonNull(key.previous()).hint());
    assertEquals("chat:*", store.bean(Accounts.class).get("team").scopes().toString());
    assertEquals(3, store.keys().count());
  }

  @Test
  void theirSecretsAreStillKnown() {
    KeyImporter importer = store.bean(KeyImporter.class);
    assertEquals(
        "ALREADY_THERE",
        importer
            .importKeys(List.of(SECRET), new KeyImport("again", null, true))
            .lines()
            .get(0)
            .outcome()
            .name());
  }

  @Test
  void whatTheyAreSortedByIsFilled() {
    assertEquals(List.of("key_3", "key_1", "key_2"), ids(KeyQuery.ALL, "-last-used"));
    assertEquals(List.of("key_1", "key_3", "key_2"), ids(KeyQuery.ALL, "-requests"));
    assertEquals(List.of("key_2", "key_3", "key_1"), ids(KeyQuery.ALL, "name"));
    assertEquals(List.of("key_1", "key_2", "key_3"), ids(KeyQuery.ALL, "expires"));
    assertEquals(
        List.of("key_2"), ids(KeyQuery.ALL.withStatus(Set.of(KeyStatus.EXHAUSTED)), "created"));
    assertEquals(
        List.of("key_1", "key_2"),
        ids(KeyQuery.ALL.unusedSince(Instant.ofEpochMilli(2500)), "created"));
  }

  @Test
  void sumsOfUseGoOnFromWhatThereWas() throws Exception {
    assertEquals(List.of("12 2000", "0 0", "1 3000"), sums());
    TestStore.execute(
        file,
        "UPDATE keystile_use SET requests = 8, last_at = 2400 WHERE key_id = 'key_1' AND"
            + " generation = 2");
    assertEquals(List.of("13 2400", "0 0", "1 3000"), sums());
    TestStore.execute(
        file,
        "UPDATE keystile_use SET requests = 7, last_at = 2000 WHERE key_id = 'key_1' AND"
            + " generation = 2",
        "UPDATE keystile_key SET last_used_at = 2000 WHERE id = 'key_1'");
  }

  @Test
  void theAuditLogBeginsWithTheNextChange() {
    ApiKeyId id = new ApiKeyId("key_3");
    assertTrue(store.bean(AuditTrail.class).verify().isIntact());
    store.keys().disable(id);
    store.keys().enable(id);
    AuditReport report = store.bean(AuditTrail.class).verify();
    assertEquals(List.of(), report.problems());
    assertEquals(2, report.rows());
  }

  private static List<String> sums() throws Exception {
    return TestStore.query(
        file, "SELECT requests || ' ' || last_used_at FROM keystile_key ORDER BY id");
  }

  private static List<String> ids(KeyQuery query, String order) {
    return store.keys().search(query.inOrder(KeyOrder.parse(order)), null, 10).items().stream()
        .map(key -> key.id().value())
        .toList();
  }
}
