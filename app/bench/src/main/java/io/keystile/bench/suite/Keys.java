package io.keystile.bench.suite;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/**
 * A database, and what callers send.
 *
 * @param folder where all of it lies
 */
public record Keys(Path folder) {

  /** The database. */
  public Path database() {
    return folder.resolve("keys.db");
  }

  /** Keys that are in it. */
  public Path known() {
    return folder.resolve("keys.txt");
  }

  /** One key that is in it. */
  public String first() throws IOException {
    try (BufferedReader keys = Files.newBufferedReader(known())) {
      return Objects.requireNonNull(keys.readLine(), "no keys were made");
    }
  }

  /** Keys that are well formed, and in no database. */
  public Path unknown() {
    return folder.resolve("unknown.txt");
  }

  /** Keys with a wrong checksum. */
  public Path malformed() {
    return folder.resolve("malformed.txt");
  }
}
