package io.keystile.app.receipts;

import io.keystile.app.cli.Group;
import io.keystile.app.cli.Streams;
import io.keystile.app.cli.Subcommands;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code keystile receipts}: prints its help. */
@Command(
    name = "receipts",
    description = "Tells why calls were refused.",
    synopsisSubcommandLabel = "COMMAND")
public final class ReceiptsCommand extends Group {

  private ReceiptsCommand() {}

  /** The command with those below it that the arguments behind it can mean. */
  public static CommandLine commandLine(Streams streams, List<String> arguments) {
    return new Subcommands()
        .add("show", () -> new ShowCommand(streams))
        .add("list", () -> new ListCommand(streams))
        .below(new ReceiptsCommand(), arguments);
  }
}
