package io.keystile.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The memory of the machine. */
final class Memory {

  private Memory() {}

  /** All of it, in MiB. */
  static long mib() throws IOException {
    String first = Files.readAllLines(Path.of("/proc/meminfo")).get(0);
    return Long.parseLong(first.replaceAll("[^0-9]", "")) / 1024;
  }
}
