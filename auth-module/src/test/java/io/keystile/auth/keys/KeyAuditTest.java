package io.keystile.auth.keys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.keystile.auth.ApiKeyId;
import io.keystile.auth.KeystileException;
import io.keystile.auth.Scopes;
import io.keystile.auth.TestStore;
import io.keystile.auth.audit.AuditFilter;
import io.keystile.auth.audit.AuditRecord;
import io.keystile.auth.audit.AuditTrail;
import io.keystile.auth.limit.AddressGroup;
import io.keystile.auth.limit.BlockedAddresses;
import io.keystile.auth.settings.AuthenticationSwitch;
import io.micronaut.context.annotation.Requires;
import io.micronaut.runtime.event.annotation.EventListener;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every change leaves its row and its event, or is not made. */
class KeyAuditTest {

  @TempDir static Path folder;
  private static Path file;
  private static TestStore store;
  private static ApiKeys keys;
  private static Accounts accounts;
  private static Ears ears;
  private static int names;

  private IssuedKey key;
  private String account = "";

  @BeforeAll
  static void open() {
    file = folder.resolve("keys.db");
    store = TestStore.open(file, Map.of("spec.ears", "true", "micronaut.server.host", "127.0.0.1"));
    keys = store.keys();
    accounts = store.bean(Accounts.class);
    ears = store.bean(Ears.class);
  }

  @AfterAll
  static void close() {
    store.close();
  }

  @BeforeEach
  void aKeyAndAnAccount() {
    key = store.issue("k");
    account = "account" + names++;
    accounts.create(account, "for \"tests\"", Scopes.of("a"));
    ears.heard.clear();
  }

  @AfterEach
  void stillAChain() {
    ears.failing = false;
    assertEquals(List.of(), store.bean(AuditTrail.class).verify().problems());
  }

  @Test
  void ofKeys() {
    ApiKeyId id = key.key().id();
    AuditRecord issued = last("key.issue", id.value());
    assertEquals("k", issued.after().get("name"));
    assertEquals(key.key().hint(), issued.after().get("hint"));
    keys.change(id, seen -> seen.renamed("other").ownedBy(account), Set.of());
    AuditRecord changed = last("key.change", id.value());
    assertEquals(Map.of("name", "k"), changed.before());
    assertEquals(Map.of("name", "other", "owner", account), changed.after());
    assertEquals(new KeyChanged(keys.get(id)), heard());
    keys.disable(id);
    assertEquals(Map.of("enabled", false), last("key.disable", id.value()).after());
    assertEquals(new KeyRevoked(keys.get(id), false), heard());
    keys.enable(id);
    assertEquals(Map.of("enabled", true), last("key.enable", id.value()).after());
    assertEquals(new KeyEnabled(keys.get(id)), heard());
    store.bean(KeyRotation.class).rotate(id, Duration.ofHours(1));
    AuditRecord rotated = last("key.rotate", id.value());
    assertEquals(1, rotated.before().get("generation"));
    assertEquals(2, rotated.after().get("generation"));
    assertEquals("2027-01-31T10:00:00Z", rotated.after().get("previousEndsAt"));
    assertEquals(new KeyRotated(keys.get(id)), heard());
    ManagedKey deleted = keys.delete(id);
    assertEquals("other", last("key.delete", id.value()).before().get("name"));
    assertEquals(Map.of(), last("key.delete", id.value()).after());
    assertEquals(new KeyRevoked(deleted, true), heard());
  }

  @Test
  void ofAccounts() {
    assertEquals("a", last("account.create", account).after().get("scopes"));
    accounts.setScopes(account, Scopes.of("b"));
    assertEquals(Map.of("scopes", "a"), last("account.change", account).before());
    accounts.setEnabled(account, false);
    assertEquals(Map.of("enabled", false), last("account.disable", account).after());
    accounts.setEnabled(account, true);
    assertEquals(Map.of("enabled", true), last("account.enable", account).after());
    ApiKeyId id = key.key().id();
    keys.change(id, seen -> seen.ownedBy(account), Set.of());
    accounts.create(account + "b", null, Scopes.ALL);
    accounts.delete(account, new KeysOfAccount.Transfer(account + "b"));
    AuditRecord transferred = last("account.delete", account);
    assertEquals(List.of(id.value()), transferred.before().get("keys"));
    assertEquals(Map.of("keysOwnedBy", account + "b"), transferred.after());
    assertEquals(new KeyChanged(keys.get(id)), heard());
    accounts.delete(account + "b", new KeysOfAccount.Delete());
    assertEquals(List.of(id.value()), last("account.delete", account + "b").before().get("keys"));
    assertTrue(((KeyRevoked) heard()).deleted());
  }

  @Test
  void ofSettingsAndBlocks() {
    AuthenticationSwitch authentication = store.bean(AuthenticationSwitch.class);
    authentication.set(false);
    authentication.set(true);
    AuditRecord row = last("authentication.switch", "keystile.enabled");
    assertEquals(Map.of("value", "false"), row.before());
    assertEquals(Map.of("value", "true"), row.after());
    store.bean(BlockedAddresses.class).unblock(AddressGroup.parse("203.0.113.9"));
    last("address.unblock", "203.0.113.9");
  }

  @Test
  void ofAnImportNamesEveryKeyAThousandARow() {
    List<String> lines =
        IntStream.range(0, 2_500)
            .mapToObj(i -> "imported-key-of-a-test-%06d".formatted(i))
            .toList();
    ImportReport report =
        store.bean(KeyImporter.class).importKeys(lines, new KeyImport("old", null, false));
    List<String> named =
        store
            .bean(AuditTrail.class)
            .page(
                AuditFilter.ALL.doing("key.import").ordered(AuditFilter.Order.OLDEST_FIRST),
                null,
                10)
            .items()
            .stream()
            .flatMap(row -> ((List<?>) row.after().getOrDefault("keys", List.of())).stream())
            .map(String::valueOf)
            .toList();
    assertEquals(report.lines().stream().map(line -> String.valueOf(line.id())).toList(), named);
    assertEquals(2_500, ears.heard.size());
    assertTrue(ears.heard.stream().allMatch(KeyIssued.class::isInstance));
    ears.heard.clear();
    store.bean(KeyImporter.class).importKeys(lines, new KeyImport("old", null, false));
    assertEquals(List.of(), ears.heard);
  }

  @Test
  void withoutTheRowNothingIsChanged() throws SQLException {
    ApiKeyId id = key.key().id();
    keys.change(id, seen -> seen.ownedBy(account), Set.of());
    ears.heard.clear();
    AuthenticationSwitch authentication = store.bean(AuthenticationSwitch.class);
    KeyImport options = new KeyImport("old", null, false);
    List<Runnable> changes =
        List.of(
            () -> store.issue("another"),
            () -> keys.change(id, seen -> seen.renamed("other"), Set.of()),
            () -> keys.disable(id),
            () -> keys.enable(id),
            () -> keys.delete(id),
            () -> store.bean(KeyRotation.class).rotate(id, Duration.ZERO),
            () -> store.bean(KeyImporter.class).importKeys(List.of("y".repeat(40)), options),
            () -> accounts.create("another", null, Scopes.ALL),
            () -> accounts.setScopes(account, Scopes.ALL),
            () -> accounts.setEnabled(account, false),
            () -> accounts.delete(account, new KeysOfAccount.Delete()),
            () -> authentication.set(!authentication.isOn()),
            () -> store.bean(BlockedAddresses.class).unblock(AddressGroup.parse("203.0.113.9")));
    List<String> before = everything();
    TestStore.execute(
        file,
        "CREATE TRIGGER fault BEFORE INSERT ON keystile_audit"
            + " BEGIN SELECT RAISE(ABORT, 'fault'); END");
    try {
      for (Runnable change : changes) {
        assertThrows(KeystileException.class, change::run);
        assertEquals(before, everything());
      }
      assertEquals(List.of(), ears.heard);
    } finally {
      TestStore.execute(file, "DROP TRIGGER fault");
    }
  }

  @Test
  void aListenerThatFailsDoesNotMakeTheChangeLookFailed() {
    ears.failing = true;
    assertFalse(keys.disable(key.key().id()).enabled());
    assertEquals(1, ears.heard.size());
  }

  @Test
  void noRowHoldsASecret() throws SQLException {
    String secret = key.secret().exposeText();
    String again =
        store.bean(KeyRotation.class).rotate(key.key().id(), Duration.ZERO).secret().exposeText();
    String dump = String.join("\n", rowsOf("keystile_audit"));
    for (String text : List.of(secret, again)) {
      assertFalse(dump.contains(text));
      assertFalse(dump.contains(text.substring(3, 29)));
    }
  }

  private static AuditRecord last(String action, String target) {
    return store
        .bean(AuditTrail.class)
        .page(AuditFilter.ALL.doing(action).on(target), null, 1)
        .items()
        .get(0);
  }

  private static KeyEvent heard() {
    return ears.heard.get(ears.heard.size() - 1);
  }

  private static List<String> everything() throws SQLException {
    List<String> rows = new ArrayList<>();
    for (String table :
        List.of(
            "keystile_key",
            "keystile_account",
            "keystile_setting",
            "keystile_prefix",
            "keystile_change",
            "keystile_audit")) {
      rows.addAll(rowsOf(table));
    }
    return rows;
  }

  private static List<String> rowsOf(String table) throws SQLException {
    List<String> columns =
        TestStore.query(file, "SELECT name FROM pragma_table_info('" + table + "')");
    String row = "'" + table + "'";
    for (String column : columns) {
      row += " || '|' || coalesce(quote(" + column + "), '')";
    }
    return TestStore.query(file, "SELECT " + row + " FROM " + table);
  }

  @Singleton
  @Requires(property = "spec.ears")
  static class Ears {

    final List<KeyEvent> heard = new ArrayList<>();
    boolean failing;

    @EventListener
    void issued(KeyIssued event) {
      hear(event);
    }

    @EventListener
    void changed(KeyChanged event) {
      hear(event);
    }

    @EventListener
    void enabled(KeyEnabled event) {
      hear(event);
    }

    @EventListener
    void revoked(KeyRevoked event) {
      hear(event);
    }

    @EventListener
    void rotated(KeyRotated event) {
      hear(event);
    }

    private void hear(KeyEvent event) {
      heard.add(event);
      if (failing) {
        throw new IllegalStateException("a listener that fails");
      }
    }
  }
}
