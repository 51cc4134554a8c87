package io.keystile.app.serve;

import io.keystile.app.cli.CommandException;
import io.keystile.app.cli.Database;
import io.keystile.app.cli.ExitCode;
import io.keystile.app.cli.Streams;
import io.keystile.app.serve.ServeConfiguration.Bootstrap;
import io.keystile.auth.Scopes;
import io.keystile.auth.keys.ApiKeys;
import io.keystile.auth.keys.IssuedKey;
import io.keystile.auth.keys.KeyQuery;
import io.keystile.auth.keys.KeySettings;
import java.io.IOException;

/** Sees to it that a start on an empty store leaves one key in somebody's hands. */
final class FirstKey {

  private static final KeySettings FIRST = KeySettings.named("first key").withScopes(Scopes.ALL);

  private final Bootstrap bootstrap;
  private final ApiKeys keys;
  private final Database database;
  private final Streams streams;

  FirstKey(Bootstrap bootstrap, ApiKeys keys, Database database, Streams streams) {
    this.bootstrap = bootstrap;
    this.keys = keys;
    this.database = database;
    this.streams = streams;
  }

  /**
   * @throws CommandException when a key has to be there and is not
   */
  void requireKey() {
    if (bootstrap == Bootstrap.FAIL && isEmpty()) {
      throw new CommandException(
          ExitCode.REFUSED,
          "API key not configured. Make one with: keystile keys create --name NAME"
              + database.option());
    }
  }

  /**
   * Makes the key if it is wanted and missing.
   *
   * @throws CommandException when it cannot be handed over; it does not exist then
   */
  void ensure(StartReport report) {
    if (bootstrap != Bootstrap.CREATE || !isEmpty()) {
      return;
    }
    try (FirstKeyLock lock = FirstKeyLock.in(database.folder())) {
      if (isEmpty()) {
        handOver(report);
      }
    } catch (IOException e) {
      throw new CommandException(
          ExitCode.STORE,
          "The first key cannot be written beside " + database.file() + ": " + e.getMessage());
    }
  }

  // Keys from the environment stand in the list as well.
  private boolean isEmpty() {
    return keys.search(KeyQuery.ALL, null, 1).items().isEmpty();
  }

  private void handOver(StartReport report) throws IOException {
    if (streams.terminal().isInteractive()) {
      report.firstKeyShown(keys.issue(FIRST).secret().exposeText());
      return;
    }
    FirstKeyFile file = FirstKeyFile.create(database.folder());
    IssuedKey issued = issue(file);
    try {
      file.write(issued.secret());
    } catch (IOException e) {
      keys.delete(issued.key().id());
      throw e;
    }
    report.firstKeyWritten(file.path());
  }

  private IssuedKey issue(FirstKeyFile file) throws IOException {
    try {
      return keys.issue(FIRST);
    } catch (RuntimeException e) {
      file.remove();
      throw e;
    }
  }
}
