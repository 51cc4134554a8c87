package io.keystile.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.SQLiteJDBCLoader;

class NativeLibraryTest {

  @TempDir Path folder;

  @Test
  void overwritesNothing() throws IOException {
    Path file = Files.createFile(folder.resolve("sqlite"));
    assertThrows(FileAlreadyExistsException.class, new NativeLibrary(file)::unpack);
  }

  @Test
  void isTheOneThatTheDriverLoads() throws Exception {
    Path file = folder.resolve("sqlite");
    new NativeLibrary(file).unpack();
    assertTrue(Files.size(file) > 500_000, () -> "too small to be it");
    // A process with two copies of the library crashes, and here the driver has loaded its own.
    Process process = start(file);
    String told = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, process.waitFor(), told);
  }

  /** Where the driver cannot unpack a library of its own. */
  private Process start(Path library) throws Exception {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Djava.io.tmpdir=" + folder.resolve("none"),
            "-Dorg.sqlite.lib.path=" + library.getParent(),
            "-Dorg.sqlite.lib.name=" + library.getFileName(),
            "-cp",
            placeOf(Opening.class) + File.pathSeparator + placeOf(SQLiteJDBCLoader.class),
            Opening.class.getName())
        .redirectErrorStream(true)
        .start();
  }

  private static Path placeOf(Class<?> type) throws Exception {
    return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
  }

  /** A program that opens a store in memory. */
  static final class Opening {

    private Opening() {}

    public static void main(String[] args) throws SQLException {
      DriverManager.getConnection("jdbc:sqlite::memory:").close();
    }
  }
}
