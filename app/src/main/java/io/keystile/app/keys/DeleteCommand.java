package io.keystile.app.keys;

import io.keystile.app.cli.CommandException;
import io.keystile.app.cli.ExitCode;
import io.keystile.app.cli.Streams;
import io.keystile.app.keys.KeyStore.Missing;
import io.keystile.app.keys.KeyStore.Session;
import io.keystile.auth.keys.Confirmation;
import io.keystile.auth.keys.ManagedKey;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code keystile keys delete}. */
@Command(name = "delete", description = "Removes a key for good, after a question on a terminal.")
final class DeleteCommand implements Callable<Integer> {

  @Mixin private final KeyStore store = new KeyStore();
  @Mixin private final KeyArgument key = new KeyArgument();

  @Option(names = "--yes", description = "Does not ask; needed without a terminal.")
  private boolean yes;

  private final Streams streams;

  DeleteCommand(Streams streams) {
    this.streams = streams;
  }

  @Override
  public Integer call() {
    if (!yes && !streams.terminal().isInteractive()) {
      throw new CommandException(
          ExitCode.USAGE, "A key is gone for good once deleted: without a terminal, add --yes.");
    }
    try (Session session = store.open(Missing.REFUSE, streams)) {
      if (!yes && !isConfirmed(session.keys().get(key.id()))) {
        streams.tell("Nothing was deleted.");
        return ExitCode.REFUSED.code();
      }
      session
          .output()
          .changed("Deleted", session.keys().delete(key.id(), Set.of(Confirmation.LAST_WAY_IN)));
      return ExitCode.DONE.code();
    }
  }

  private boolean isConfirmed(ManagedKey found) {
    streams.tell(
        "Delete "
            + found.id()
            + " ("
            + Table.plain(found.name())
            + ")? Its clients lose access at once. [y/N]");
    String answer = streams.terminal().readLine();
    return answer != null && answer.strip().matches("(?i)y|yes");
  }
}
