package io.keystile.app;

import io.keystile.app.cli.Contexts;
import io.keystile.auth.redact.LogRedaction;
import io.keystile.auth.store.Store;
import io.micronaut.context.ApplicationContext;
import io.micronaut.inject.qualifiers.Qualifiers;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import javax.sql.DataSource;

/**
 * Makes the store of a rehearsal, in a process of its own: tables are made once and used at every
 * start, and what makes them is large.
 */
final class RehearsalStore {

  private RehearsalStore() {}

  /** Makes it in the current directory, and waits until it is there. */
  static void make() throws IOException {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    String classes = System.getProperty("java.class.path");
    Process process =
        new ProcessBuilder(
                java, "-XX:TieredStopAtLevel=1", "-cp", classes, RehearsalStore.class.getName())
            .inheritIO()
            .start();
    try {
      if (process.waitFor() != 0) {
        throw new IOException("the store was not made");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("the store was not made in time", e);
    } finally {
      process.destroy();
    }
  }

  /** Runs in that process. */
  public static void main(String[] args) {
    LogRedaction.enforce();
    try (ApplicationContext context = Contexts.startCommand(Map.of())) {
      context.getBean(DataSource.class, Qualifiers.byName(Store.NAME));
    }
  }
}
