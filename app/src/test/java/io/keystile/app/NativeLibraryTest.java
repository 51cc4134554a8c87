package io.keystile.app;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NativeLibraryTest {

  @TempDir Path folder;

  @Test
  void overwritesNothing() throws IOException {
    Path file = Files.createFile(folder.resolve("sqlite"));
    assertThrows(FileAlreadyExistsException.class, new NativeLibrary(file)::unpack);
  }

  @Test
  void isTheOneForThisSystem() throws IOException {
    Path file = folder.resolve("sqlite");
    new NativeLibrary(file).unpack();
    assertTrue(Files.size(file) > 500_000, () -> "too small to be it");
    assertDoesNotThrow(() -> System.load(file.toString()));
  }
}
