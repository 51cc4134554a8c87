package io.keystile.auth.keys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.keystile.auth.ApiKeyId;
import io.keystile.auth.KeystileException;
import io.keystile.auth.TestStore;
import io.keystile.auth.audit.AuditFilter;
import io.keystile.auth.audit.AuditTrail;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeyRecoveryTest {

  private static final byte[] MASTER = new SecureRandom().generateSeed(32);
  private static final String BASE64 = Base64.getEncoder().encodeToString(MASTER);

  @TempDir Path folder;
  private Path file;
  private TestStore store;

  @BeforeEach
  void open() {
    file = folder.resolve("keys.db");
    store = open(BASE64);
  }

  @AfterEach
  void close() {
    store.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "short", "====", "not base64 at all, but long enough to be", "AAAA"})
  void aStartWithoutAMasterKeyIsRefused(String text) {
    store.close();
    String message = fault(text);
    assertTrue(message.contains("openssl rand -base64 32"), message);
    assertFalse(text.length() > 4 && message.contains(text), message);
    store = open(null);
  }

  @Test
  void nothingIsRevealedWhileItIsOff() {
    ApiKeyId id = store.issue("k").key().id();
    reopen(null);
    assertFalse(recovery().isOn());
    assertRefused(id, "is off");
    reopen(BASE64);
    assertTrue(recovery().isOn());
    recovery().reveal(id);
  }

  @Test
  void aKeyFromBeforeSaysSo() {
    reopen(null);
    ApiKeyId id = store.issue("k").key().id();
    reopen(BASE64);
    assertRefused(id, "Rotate it");
    IssuedKey rotated = store.bean(KeyRotation.class).rotate(id, Duration.ZERO);
    assertEquals(rotated.secret().exposeText(), revealed(id));
    assertThrows(KeyNotFoundException.class, () -> recovery().reveal(new ApiKeyId("key_none")));
    ApiKeyId fixed = store.keys().search(KeyQuery.ALL, null, 1).items().get(0).id();
    assertThrows(ConflictException.class, () -> recovery().reveal(fixed));
  }

  @Test
  void anotherMasterKeyIsNamed() {
    ApiKeyId id = store.issue("k").key().id();
    reopen(Base64.getEncoder().encodeToString(new SecureRandom().generateSeed(32)));
    assertRefused(id, "was sealed with the master key");
    reopen(HexFormat.of().formatHex(MASTER));
    recovery().reveal(id);
  }

  @Test
  void aCopyThatWasTamperedWithIsNotShown() throws SQLException {
    ApiKeyId first = store.issue("first").key().id();
    ApiKeyId second = store.issue("second").key().id();
    TestStore.execute(
        file,
        "UPDATE keystile_key_copy SET sealed = (SELECT sealed FROM keystile_key_copy WHERE key_id"
            + " = '"
            + second
            + "') WHERE key_id = '"
            + first
            + "'");
    assertRefused(first, "was changed in the store");
    TestStore.execute(file, "UPDATE keystile_key_copy SET sealed = 'AAAA'");
    assertRefused(second, "was changed in the store");
  }

  @Test
  void nothingIsRevealedThatCannotBeAudited() throws SQLException {
    ApiKeyId id = store.issue("k").key().id();
    TestStore.execute(file, "ALTER TABLE keystile_audit RENAME TO gone");
    assertThrows(KeystileException.class, () -> recovery().reveal(id));
    TestStore.execute(file, "ALTER TABLE gone RENAME TO keystile_audit");
    assertEquals(0, reveals());
    recovery().reveal(id);
    assertEquals(1, reveals());
  }

  @Test
  void showsGeneratedRotatedAndImportedKeys() throws Exception {
    IssuedKey issued = store.issue("k");
    ApiKeyId id = issued.key().id();
    assertEquals(issued.secret().exposeText(), revealed(id));
    IssuedKey rotated = store.bean(KeyRotation.class).rotate(id, Duration.ofDays(1));
    assertEquals(rotated.secret().exposeText(), revealed(id));
    ImportReport report =
        store
            .bean(KeyImporter.class)
            .importKeys(
                List.of("an-imported-key-of-some-length"), new KeyImport("old", null, true));
    ApiKeyId imported = Objects.requireNonNull(report.lines().get(0).id());
    assertEquals("an-imported-key-of-some-length", revealed(imported));
    for (Path stored : List.of(file, folder.resolve("keys.db-wal"))) {
      String raw = new String(Files.readAllBytes(stored), StandardCharsets.ISO_8859_1);
      assertFalse(raw.contains("an-imported-key-of-some-length"), stored + " holds the key");
      assertFalse(raw.contains(rotated.secret().exposeText()), stored + " holds the key");
    }
  }

  @Test
  void theCopyGoesWithItsSecret() throws SQLException {
    ApiKeyId id = store.issue("k").key().id();
    List<String> before = copies();
    store.bean(KeyRotation.class).rotate(id, Duration.ZERO);
    assertNotEquals(before, copies());
    reopen(null);
    store.bean(KeyRotation.class).rotate(id, Duration.ZERO);
    assertEquals(List.of(), copies());
    reopen(BASE64);
    store.bean(KeyRotation.class).rotate(id, Duration.ZERO);
    store.keys().delete(id);
    assertEquals(List.of(), copies());
  }

  private List<String> copies() throws SQLException {
    return TestStore.query(file, "SELECT sealed FROM keystile_key_copy");
  }

  private int reveals() {
    return (int)
        store.bean(AuditTrail.class).page(AuditFilter.ALL, null, 100).items().stream()
            .filter(row -> row.action().equals("key.reveal"))
            .count();
  }

  private KeyRecovery recovery() {
    return store.bean(KeyRecovery.class);
  }

  private String revealed(ApiKeyId id) {
    return recovery().reveal(id).exposeText();
  }

  private void assertRefused(ApiKeyId id, String why) {
    KeyNotRecoverableException fault =
        assertThrows(KeyNotRecoverableException.class, () -> recovery().reveal(id));
    assertTrue(String.valueOf(fault.getMessage()).contains(why), fault.getMessage());
  }

  private String fault(String master) {
    Throwable cause = assertThrows(RuntimeException.class, () -> open(master).close());
    StringBuilder all = new StringBuilder();
    for (Throwable t = cause; t != null; t = t.getCause()) {
      all.append(t.getMessage()).append('\n');
    }
    return all.toString();
  }

  private void reopen(@Nullable String master) {
    store.close();
    store = open(master);
  }

  /** With this master key, or with the mode off. */
  private TestStore open(@Nullable String master) {
    Map<String, Object> settings = new HashMap<>(Map.of("keystile.api-key", "k".repeat(40)));
    if (master != null) {
      settings.put("keystile.keys.recoverable", true);
      settings.put("keystile.keys.master-key", master);
    }
    return TestStore.open(file, settings);
  }
}
