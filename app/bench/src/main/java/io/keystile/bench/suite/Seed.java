package io.keystile.bench.suite;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * How a database is filled.
 *
 * @param keys how many keys
 * @param full whether each has every kind of rule
 * @param callers how many of them are sent
 * @param strangers how many keys are made that are not in it
 */
public record Seed(int keys, boolean full, int callers, int strangers) {

  private static final int HOT = 1_000;

  /** So many keys without rules, of which the first thousand are sent. */
  public static Seed plain(int keys) {
    return new Seed(keys, false, HOT, 0);
  }

  Keys make(Lab lab) throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory(lab.scratch(), "keys");
    lab.output(
        lab.program("guarded", "SeedKeys")
            .command(
                folder.toString(),
                Integer.toString(keys),
                full ? "full" : "plain",
                Integer.toString(callers),
                Integer.toString(strangers)));
    return new Keys(folder);
  }
}
