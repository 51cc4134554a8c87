package io.keystile.app.console.command;

import io.keystile.app.cli.Group;
import io.keystile.app.cli.Streams;
import io.keystile.app.cli.Subcommands;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code keystile console}: prints its help. */
@Command(
    name = "console",
    description = "Helps people who cannot sign in to the web console.",
    synopsisSubcommandLabel = "COMMAND")
public final class ConsoleCommand extends Group {

  private ConsoleCommand() {}

  /** The command with those below it that the arguments behind it can mean. */
  public static CommandLine commandLine(Streams streams, List<String> arguments) {
    return new Subcommands()
        .add("reset", () -> new ResetCommand(streams))
        .below(new ConsoleCommand(), arguments);
  }
}
