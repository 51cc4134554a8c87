package io.keystile.auth.keys;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Folders for databases that live as long as a measurement. */
final class BenchFiles {

  private BenchFiles() {}

  static Path folder() throws IOException {
    return Files.createTempDirectory("keystile-bench");
  }

  static void delete(Path folder) throws IOException {
    List<Path> parts;
    try (Stream<Path> tree = Files.walk(folder)) {
      parts = tree.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path part : parts) {
      Files.delete(part);
    }
  }
}
