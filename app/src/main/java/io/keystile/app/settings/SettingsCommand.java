package io.keystile.app.settings;

import io.keystile.app.cli.Group;
import io.keystile.app.cli.Streams;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code keystile settings}: prints its help. */
@Command(
    name = "settings",
    description = "Shows and changes settings that are kept in the store.",
    synopsisSubcommandLabel = "COMMAND")
public final class SettingsCommand extends Group {

  private SettingsCommand() {}

  /** The command with all below it. */
  public static CommandLine commandLine(Streams streams) {
    return new CommandLine(new SettingsCommand())
        .addSubcommand(new ShowCommand(streams))
        .addSubcommand(new SetCommand(streams));
  }
}
