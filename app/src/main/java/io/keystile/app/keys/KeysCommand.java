package io.keystile.app.keys;

import io.keystile.app.cli.Group;
import io.keystile.app.cli.Streams;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code keystile keys}: prints its help. */
@Command(
    name = "keys",
    description = "Makes and manages API keys.",
    synopsisSubcommandLabel = "COMMAND")
public final class KeysCommand extends Group {

  private KeysCommand() {}

  /** The command with all below it. */
  public static CommandLine commandLine(Streams streams) {
    return new CommandLine(new KeysCommand())
        .addSubcommand(new CreateCommand(streams))
        .addSubcommand(new ListCommand(streams))
        .addSubcommand(new ShowCommand(streams))
        .addSubcommand(new ChangeCommand(streams))
        .addSubcommand(new RotateCommand(streams))
        .addSubcommand(new CheckCommand(streams))
        .addSubcommand(new EnableCommand(streams))
        .addSubcommand(new DisableCommand(streams))
        .addSubcommand(new DeleteCommand(streams))
        .addSubcommand(new RevealCommand(streams))
        .addSubcommand(new ImportCommand(streams))
        .addSubcommand(new ExportCommand(streams));
  }
}
