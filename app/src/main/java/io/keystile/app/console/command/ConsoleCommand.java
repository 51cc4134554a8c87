package io.keystile.app.console.command;

import io.keystile.app.cli.Group;
import io.keystile.app.cli.Streams;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code keystile console}: prints its help. */
@Command(
    name = "console",
    description = "Helps people who cannot sign in to the web console.",
    synopsisSubcommandLabel = "COMMAND")
public final class ConsoleCommand extends Group {

  private ConsoleCommand() {}

  /** The command with all below it. */
  public static CommandLine commandLine(Streams streams) {
    return new CommandLine(new ConsoleCommand()).addSubcommand(new ResetCommand(streams));
  }
}
