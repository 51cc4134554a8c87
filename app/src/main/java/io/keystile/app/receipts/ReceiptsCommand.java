package io.keystile.app.receipts;

import io.keystile.app.cli.Group;
import io.keystile.app.cli.Streams;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code keystile receipts}: prints its help. */
@Command(
    name = "receipts",
    description = "Tells why calls were refused.",
    synopsisSubcommandLabel = "COMMAND")
public final class ReceiptsCommand extends Group {

  private ReceiptsCommand() {}

  /** The command with all below it. */
  public static CommandLine commandLine(Streams streams) {
    return new CommandLine(new ReceiptsCommand())
        .addSubcommand(new ShowCommand(streams))
        .addSubcommand(new ListCommand(streams));
  }
}
