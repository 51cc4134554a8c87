package io.keystile.app.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;

class ProgramJarIT {

  private static final int JAVA_6 = 50;
  private static final int BYTES_BEFORE_VERSION = 6;

  @Test
  void holdsNoClassThatIsTooOldForAClassCache() throws IOException {
    String jar = Objects.requireNonNull(System.getProperty("keystile.jar"));
    try (ZipFile program = new ZipFile(jar)) {
      List<String> old =
          program.stream()
              .filter(entry -> entry.getName().endsWith(".class"))
              .filter(entry -> version(program, entry) < JAVA_6)
              .map(ZipEntry::getName)
              .toList();
      assertEquals(List.of(), old);
    }
  }

  private static int version(ZipFile program, ZipEntry entry) {
    try (DataInputStream content = new DataInputStream(program.getInputStream(entry))) {
      content.skipNBytes(BYTES_BEFORE_VERSION);
      return content.readUnsignedShort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
