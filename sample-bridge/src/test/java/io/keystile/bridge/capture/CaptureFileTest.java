package io.keystile.bridge.capture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CaptureFileTest {

  @TempDir Path folder;

  @Test
  void keepsABoundedNumberOfFilesOfBoundedSize() throws IOException {
    Path path = folder.resolve("wire.jsonl");
    try (CaptureFile file = CaptureFile.open(path, 10, 3)) {
      for (int i = 0; i < 50; i++) {
        file.write(bytes("line" + i % 10));
      }
    }
    assertEquals("line8line9", Files.readString(path));
    assertEquals("line6line7", Files.readString(folder.resolve("wire.jsonl.1")));
    assertEquals("line4line5", Files.readString(folder.resolve("wire.jsonl.2")));
    try (Stream<Path> files = Files.list(folder)) {
      assertEquals(3, files.count());
    }
  }

  @Test
  void keepsOnlyTheCurrentOneWhereOneIsAllowed() throws IOException {
    Path path = folder.resolve("wire.jsonl");
    try (CaptureFile file = CaptureFile.open(path, 10, 1)) {
      for (String line : List.of("first", "other", "third")) {
        file.write(bytes(line));
      }
    }
    assertEquals("third", Files.readString(path));
    assertFalse(Files.exists(folder.resolve("wire.jsonl.1")));
  }

  @Test
  void isForItsOwnerOnlyAlsoWhenItWasOpenBefore() throws IOException {
    Path path = Files.writeString(folder.resolve("wire.jsonl"), "before\n");
    Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rw-r--r--"));
    try (CaptureFile file = CaptureFile.open(path, 100, 2)) {
      assertMode(path);
      file.write(bytes("x".repeat(100)));
      assertMode(path);
      assertMode(folder.resolve("wire.jsonl.1"));
    }
    assertEquals("before\n", Files.readString(folder.resolve("wire.jsonl.1")));
  }

  private static void assertMode(Path path) throws IOException {
    assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(path)));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
