package io.keystile.app.keys;

import io.keystile.app.cli.CommandException;
import io.keystile.app.cli.ExitCode;
import io.keystile.app.cli.Streams;
import io.keystile.app.keys.KeyStore.Missing;
import io.keystile.app.keys.KeyStore.Session;
import io.keystile.auth.keys.ApiKeys;
import io.keystile.auth.keys.KeyPage;
import io.keystile.auth.keys.KeyQuery;
import java.time.Instant;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code keystile keys list}. */
@Command(name = "list", description = "Lists keys, oldest first.")
final class ListCommand implements Callable<Integer> {

  @Mixin private final KeyStore store = new KeyStore();
  @Mixin private final KeyFilters filters = new KeyFilters();

  @Option(
      names = "--limit",
      paramLabel = "N",
      defaultValue = "100",
      description = "At most so many, 1 to " + ApiKeys.MAX_PAGE + ". Default: ${DEFAULT-VALUE}.")
  private int limit;

  @Option(
      names = "--cursor",
      paramLabel = "CURSOR",
      description = "Goes on where an earlier list of the same order ended (its nextCursor).")
  private @Nullable String cursor;

  private final Streams streams;

  ListCommand(Streams streams) {
    this.streams = streams;
  }

  @Override
  public Integer call() {
    if (limit < 1 || limit > ApiKeys.MAX_PAGE) {
      throw new CommandException(ExitCode.USAGE, "--limit must be 1 to " + ApiKeys.MAX_PAGE + ".");
    }
    filters.query(Instant.now());
    try (Session session = store.open(Missing.REFUSE, streams)) {
      KeyQuery query = filters.query(session.clock().instant());
      KeyPage page = KeyOptions.read("The ", () -> session.keys().search(query, cursor, limit));
      session.output().page(page);
      return ExitCode.DONE.code();
    }
  }
}
