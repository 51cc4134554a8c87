package io.keystile.auth.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.keystile.auth.TestClock;
import io.keystile.auth.TestStore;
import io.keystile.auth.secret.Variables;
import io.micronaut.context.ApplicationContext;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuditKeysTest {

  private static final String ONE = "one".repeat(11);
  private static final String OTHER = "two".repeat(11);

  @TempDir Path folder;
  private Path file;
  private Path keyFile;

  @BeforeEach
  void files() {
    file = folder.resolve("audit.db");
    keyFile = folder.resolve("audit.db.audit-key");
  }

  @Test
  void makesAKeyForItsOwnerOnlyWithTheFirstRow() throws IOException {
    try (TestStore store = TestStore.open(file)) {
      assertFalse(Files.exists(keyFile));
      record(store.context());
      assertEquals(
          "rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(keyFile)));
      assertEquals(44, Files.readString(keyFile).strip().length());
    }
    String made = Files.readString(keyFile);
    try (TestStore store = TestStore.open(file)) {
      record(store.context());
      assertEquals(List.of(), problems(store.context()));
    }
    assertEquals(made, Files.readString(keyFile));
    try (var entries = Files.list(folder)) {
      assertTrue(entries.noneMatch(path -> path.toString().endsWith(".tmp")));
    }
  }

  @Test
  void aKeyThatOthersCanReadStopsTheStart() throws IOException {
    try (TestStore store = TestStore.open(file)) {
      record(store.context());
    }
    Files.setPosixFilePermissions(keyFile, PosixFilePermissions.fromString("rw-r-----"));
    assertStopped(Map.of(), "chmod 600 " + keyFile);
  }

  @Test
  void aMissingKeyStopsTheStartOnceThereAreRows() throws IOException {
    try (TestStore store = TestStore.open(file)) {
      record(store.context());
    }
    Files.delete(keyFile);
    assertStopped(Map.of(), keyFile + " is missing. Put the file back");
    assertFalse(Files.exists(keyFile));
  }

  @Test
  void aShortKeyStopsTheStart() {
    assertStopped(Map.of("KEYSTILE_AUDIT_KEY", "short"), "at least 32 characters");
  }

  @Test
  void aKeyOfTheEnvironmentNeedsNoFile() {
    Map<String, Object> one = Map.of("KEYSTILE_AUDIT_KEY", ONE);
    try (ApplicationContext context = start(one)) {
      record(context);
      assertEquals(List.of(), problems(context));
    }
    assertFalse(Files.exists(keyFile));
  }

  @Test
  void underAnotherKeyNothingIsChangedAndTheRowsAreNamed() {
    try (ApplicationContext context = start(Map.of("KEYSTILE_AUDIT_KEY", ONE))) {
      record(context);
      record(context);
    }
    try (ApplicationContext context = start(Map.of("KEYSTILE_AUDIT_KEY", OTHER))) {
      AuditUnavailableException refused =
          assertThrows(AuditUnavailableException.class, () -> record(context));
      assertTrue(
          String.valueOf(refused.getMessage()).contains("keystile.audit.older-keys"),
          refused.getMessage());
      assertEquals(List.of("1 OTHER_KEY", "2 OTHER_KEY", "null HEAD"), problems(context));
    }
  }

  @Test
  void anOlderKeyVerifiesOldRows() {
    try (ApplicationContext context = start(Map.of("KEYSTILE_AUDIT_KEY", ONE))) {
      record(context);
    }
    Map<String, Object> both =
        Map.of(
            "KEYSTILE_AUDIT_KEY", OTHER, "KEYSTILE_AUDIT_OLDER_KEYS", "x".repeat(40) + ",\n" + ONE);
    try (ApplicationContext context = start(both)) {
      record(context);
      context.getBean(AuditHeads.class).follow();
      assertEquals(List.of(), problems(context));
    }
    try (ApplicationContext context = start(both)) {
      assertEquals(List.of(), problems(context));
    }
  }

  @Test
  void whenTheKeyIsLostTheLogGoesOnUnderANewOne() throws IOException {
    try (TestStore store = TestStore.open(file)) {
      record(store.context());
    }
    Files.delete(keyFile);
    try (TestStore store = TestStore.open(file, Map.of("keystile.audit.accept-new-key", "true"))) {
      record(store.context());
    }
    try (TestStore store = TestStore.open(file)) {
      record(store.context());
      assertEquals(List.of("1 OTHER_KEY"), problems(store.context()));
    }
  }

  private static void record(ApplicationContext context) {
    context.getBean(AuditLog.class).record(AuditEntry.noted("test.mark", "a"));
  }

  private static List<String> problems(ApplicationContext context) {
    return context.getBean(AuditTrail.class).verify().problems().stream()
        .map(problem -> problem.row() + " " + problem.kind())
        .toList();
  }

  private void assertStopped(Map<String, Object> variables, String told) {
    RuntimeException stopped = assertThrows(RuntimeException.class, () -> start(variables).close());
    Throwable cause = stopped;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    assertTrue(String.valueOf(cause.getMessage()).contains(told), cause.getMessage());
  }

  private ApplicationContext start(Map<String, Object> variables) {
    Map<String, Object> all = new HashMap<>(variables);
    all.put("KEYSTILE_DB", file.toString());
    return ApplicationContext.builder()
        .propertySources(new Variables(all))
        .singletons(new TestClock())
        .start();
  }
}
