package io.keystile.auth.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import io.keystile.auth.TestStore;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file that cannot be the store stops the start, in words that help. */
class StoreStartTest {

  private static final String ACCESS =
      "Give this user write access to the file and its folder, or name another with keystile.db.";

  private static final String FOREIGN_SCHEMA =
      "has a schema that Keystile did not make."
          + " Restore it from a backup, or name another file with keystile.db.";

  @TempDir Path folder;

  @Test
  void refusesAMissingFileThatMayNotBeMade() {
    Path file = folder.resolve("keys.db");
    assertRefused(
        file,
        "does not exist. Create a key or start the server first.",
        Map.of("keystile.store.create", false));
    assertFalse(Files.exists(file));
  }

  @Test
  void refusesAFolder() throws IOException {
    Path file = Files.createDirectory(folder.resolve("keys.db"));
    assertRefused(file, "is not a file. Name a file.");
  }

  @Test
  void refusesADevice() {
    assertRefused(Path.of("/dev/null"), "is not a file. Name a file.");
  }

  @Test
  void refusesALinkThatLeadsNowhere() throws IOException {
    Path file =
        Files.createSymbolicLink(folder.resolve("keys.db"), folder.resolve("nowhere/keys.db"));
    assertRefused(file, "is not a file. Name a file.");
  }

  @Test
  void refusesAFolderThatCannotBeMade() {
    assertRefused(Path.of("/proc/self/fd/keystile/keys.db"), ACCESS);
  }

  @Test
  void refusesAFolderBelowAFile() throws IOException {
    Files.writeString(folder.resolve("plain"), "text");
    assertRefused(folder.resolve("plain/keys.db"), ACCESS);
  }

  @Test
  void refusesAReadOnlyFile() throws IOException {
    Path file = makeStore();
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("r--------"));
    assumeFalse(Files.isWritable(file), "permissions do not bind this user (root)");
    assertRefused(file, "is not writable. " + ACCESS);
  }

  @Test
  void refusesAReadOnlyFolder() throws IOException {
    Path file = makeStore();
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("r-x------"));
    try {
      assumeFalse(Files.isWritable(folder), "permissions do not bind this user (root)");
      assertRefused(file, "is not writable. " + ACCESS);
    } finally {
      Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
    }
  }

  @Test
  void refusesATextFileAndLeavesItAsItIs() throws IOException {
    Path file = folder.resolve("keys.db");
    Files.writeString(file, "name,key\n");
    assertRefused(
        file, "is not a SQLite database. Name another file, or restore it from a backup.");
    assertEquals("name,key\n", Files.readString(file));
  }

  @Test
  void refusesADatabaseWithFlippedBytes() throws IOException {
    Path file = makeStore();
    try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "rw")) {
      byte[] noise = new byte[200];
      Arrays.fill(noise, (byte) 0xA5);
      for (long at = 4096; at < bytes.length() - noise.length; at += 4096) {
        bytes.seek(at);
        bytes.write(noise);
      }
    }
    assertRefused(file, "is damaged. Restore it from a backup.");
  }

  @Test
  void refusesADatabaseWithAFlippedHeader() throws IOException {
    Path file = makeStore();
    try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "rw")) {
      bytes.seek(16);
      bytes.write(new byte[84]);
    }
    assertRefused(file, "is damaged. Restore it from a backup.");
  }

  @Test
  void refusesACutDatabase() throws IOException {
    Path file = makeStore();
    try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "rw")) {
      bytes.setLength(bytes.length() / 2 + 100);
    }
    assertRefused(file, "is damaged. Restore it from a backup.");
  }

  @Test
  void refusesANewerSchema() throws SQLException {
    Path file = makeStore();
    TestStore.execute(
        file,
        "INSERT INTO keystile_schema_history VALUES (99, '99', 'future', 'SQL', 'V99__future.sql',"
            + " 1, 'x', '2031-01-01 00:00:00.000', 1, 1)");
    assertRefused(
        file, "was written by a newer Keystile (schema 99). Use that version, or another file.");
  }

  @Test
  void refusesAMigrationThatFailed() throws SQLException {
    Path file = makeStore();
    TestStore.execute(file, "UPDATE keystile_schema_history SET success = 0");
    assertRefused(file, FOREIGN_SCHEMA);
  }

  @Test
  void refusesAMigrationThatWasAnother() throws SQLException {
    Path file = makeStore();
    TestStore.execute(file, "UPDATE keystile_schema_history SET checksum = 1 WHERE version = '2'");
    assertRefused(file, FOREIGN_SCHEMA);
  }

  @Test
  void refusesATableOfOursThatItDidNotMake() throws SQLException {
    Path file = folder.resolve("keys.db");
    TestStore.execute(file, "CREATE TABLE keystile_key (id TEXT)");
    assertRefused(file, FOREIGN_SCHEMA);
  }

  @Test
  void refusesAnotherKindOfDatabaseInOneSentence() {
    Map<String, Object> settings = Map.of("keystile.db", "jdbc:postgresql://db/keys?password=pw");
    assertEquals(
        "keystile.db begins with jdbc:postgresql, which is not supported."
            + " Set it to a SQLite file, for instance data/keystile.db.",
        startFault(folder, settings).getMessage());
  }

  @Test
  void refusesParametersOfTheDriver() {
    Path file = folder.resolve("keys.db");
    Map<String, Object> settings =
        Map.of("keystile.db", "jdbc:sqlite:" + file + "?enable_load_extension=true");
    assertTrue(
        String.valueOf(startFault(file, settings).getMessage())
            .contains("parameters behind a '?'"));
    assertFalse(Files.exists(file));
  }

  private Path makeStore() {
    Path file = folder.resolve("keys.db");
    try (TestStore store = TestStore.open(file)) {
      store.issue("first");
    }
    return file;
  }

  private static void assertRefused(Path file, String words) {
    assertRefused(file, words, Map.of());
  }

  private static void assertRefused(Path file, String words, Map<String, Object> settings) {
    String message = String.valueOf(startFault(file, settings).getMessage());
    assertTrue(message.startsWith("The key store " + file + " "), message);
    assertTrue(message.endsWith(words), message);
  }

  private static StoreNotUsableException startFault(Path file, Map<String, Object> settings) {
    Map<String, Object> all = new HashMap<>(settings);
    all.put("keystile.store.busy-timeout", "0s");
    RuntimeException fault =
        assertThrows(RuntimeException.class, () -> TestStore.open(file, all).close());
    for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
      if (cause instanceof StoreNotUsableException notUsable) {
        return notUsable;
      }
    }
    throw new AssertionError("not a StoreNotUsableException", fault);
  }
}
