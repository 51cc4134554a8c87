package io.keystile.auth.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.keystile.auth.TestStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoreFileTest {

  @TempDir Path folder;

  @Test
  void makesAMissingFolderAndFileForItsOwnerOnly() throws IOException {
    Path file = folder.resolve("new/deeper/keys.db");
    try (TestStore store = TestStore.open(file)) {
      store.issue("first");
      assertEquals("rwx------", mode(folder.resolve("new/deeper")));
      for (String companion : List.of("", "-wal", "-shm")) {
        assertEquals("rw-------", mode(Path.of(file + companion)), companion);
      }
    }
  }

  @Test
  void leavesTheModeOfAFolderThatIsThere() throws IOException {
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-x---"));
    TestStore.open(folder.resolve("keys.db")).close();
    assertEquals("rwxr-x---", mode(folder));
  }

  @Test
  void closesAFileThatOthersCouldRead() throws IOException {
    Path file = folder.resolve("keys.db");
    TestStore.open(file).close();
    for (String companion : List.of("", "-wal", "-shm")) {
      Path part = Path.of(file + companion);
      if (!Files.exists(part)) {
        Files.createFile(part);
      }
      Files.setPosixFilePermissions(part, PosixFilePermissions.fromString("rw-r--r--"));
    }
    try (TestStore store = TestStore.open(file)) {
      store.issue("first");
      for (String companion : List.of("", "-wal", "-shm")) {
        assertEquals("rw-------", mode(Path.of(file + companion)), companion);
      }
    }
  }

  @Test
  void isNotDisturbedByACompanionThatGoesAtThatMoment() throws Exception {
    Path file = folder.resolve("keys.db");
    Path journal = folder.resolve("keys.db-journal");
    AtomicBoolean over = new AtomicBoolean();
    Thread other = new Thread(() -> makeAndRemove(journal, over));
    other.start();
    try {
      for (int i = 0; i < 500; i++) {
        new StoreFile(file).prepare(true);
      }
    } finally {
      over.set(true);
      other.join();
    }
  }

  private static void makeAndRemove(Path journal, AtomicBoolean over) {
    try {
      while (!over.get()) {
        Files.createFile(journal);
        Files.delete(journal);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void takesAnEmptyFile() throws IOException {
    Path file = Files.createFile(folder.resolve("keys.db"));
    try (TestStore store = TestStore.open(file)) {
      assertEquals(0, store.keys().count());
    }
  }

  @Test
  void takesAPathWithBlanksAndSignsAsItStands() throws IOException {
    Path file = folder.resolve("a b%20c#d&e=ü/keys 1.db");
    TestStore.open(file).close();
    assertTrue(Files.isRegularFile(file));
  }

  @Test
  void livesBesideTheTablesOfAnotherProgram() throws SQLException {
    Path file = folder.resolve("shared.db");
    TestStore.execute(
        file,
        "CREATE TABLE host (id INTEGER PRIMARY KEY)",
        "CREATE TABLE flyway_schema_history (installed_rank INTEGER PRIMARY KEY)",
        "INSERT INTO host VALUES (7)");
    try (TestStore store = TestStore.open(file)) {
      store.issue("first");
      assertEquals(1, store.keys().count());
    }
    assertEquals(List.of("7"), TestStore.query(file, "SELECT id FROM host"));
    assertTrue(TestStore.query(file, "SELECT * FROM flyway_schema_history").isEmpty());
  }

  @Test
  void opensAStoreAgainWithItsKeys() {
    Path file = folder.resolve("keys.db");
    try (TestStore store = TestStore.open(file)) {
      store.issue("first");
    }
    try (TestStore store = TestStore.open(file)) {
      assertEquals(1, store.keys().count());
    }
  }

  @Test
  void keepsTheFileFreeOfWhatBelongsToOthers() throws SQLException {
    Path file = folder.resolve("keys.db");
    TestStore.open(file).close();
    List<String> tables =
        TestStore.query(file, "SELECT name FROM sqlite_master WHERE name NOT LIKE 'sqlite_%'");
    assertFalse(tables.isEmpty());
    assertTrue(tables.stream().allMatch(name -> name.startsWith("keystile_")), tables.toString());
  }

  private static String mode(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }
}
