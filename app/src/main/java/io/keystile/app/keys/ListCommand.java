package io.keystile.app.keys;

import io.keystile.app.cli.CommandException;
import io.keystile.app.cli.ExitCode;
import io.keystile.app.cli.Streams;
import io.keystile.app.keys.KeyStore.Missing;
import io.keystile.app.keys.KeyStore.Session;
import io.keystile.auth.KeyStatus;
import io.keystile.auth.keys.ApiKeys;
import io.keystile.auth.keys.KeyQuery;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code keystile keys list}. */
@Command(name = "list", description = "Lists keys, oldest first.")
final class ListCommand implements Callable<Integer> {

  @Mixin private final KeyStore store = new KeyStore();

  @Option(
      names = "--text",
      paramLabel = "TEXT",
      description = "Only keys with this in the name or description, or with this id.")
  private @Nullable String text;

  @ArgGroup private @Nullable State state;

  @Option(
      names = "--limit",
      paramLabel = "N",
      defaultValue = "100",
      description = "At most so many, 1 to " + ApiKeys.MAX_PAGE + ". Default: ${DEFAULT-VALUE}.")
  private int limit;

  @Option(
      names = "--cursor",
      paramLabel = "CURSOR",
      description = "Goes on where an earlier list ended (its nextCursor).")
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
    KeyQuery query = KeyQuery.ALL.withText(text).withStatus(state == null ? Set.of() : state.any());
    try (Session session = store.open(Missing.REFUSE, streams)) {
      session.output().page(session.keys().search(query, cursor, limit));
      return ExitCode.DONE.code();
    }
  }

  /** One of the two at most. */
  static final class State {

    @Option(names = "--enabled", description = "Only keys that are switched on.")
    private boolean enabled;

    @Option(names = "--disabled", description = "Only keys that are switched off.")
    private boolean disabled;

    Set<KeyStatus> any() {
      return enabled && !disabled
          ? EnumSet.complementOf(EnumSet.of(KeyStatus.DISABLED))
          : Set.of(KeyStatus.DISABLED);
    }
  }
}
