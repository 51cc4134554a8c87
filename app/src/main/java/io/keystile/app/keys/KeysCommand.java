package io.keystile.app.keys;

import io.keystile.app.cli.Group;
import io.keystile.app.cli.Streams;
import io.keystile.app.cli.Subcommands;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code keystile keys}: prints its help. */
@Command(
    name = "keys",
    description = "Makes and manages API keys.",
    synopsisSubcommandLabel = "COMMAND")
public final class KeysCommand extends Group {

  private KeysCommand() {}

  /** The command with those below it that the arguments behind it can mean. */
  public static CommandLine commandLine(Streams streams, List<String> arguments) {
    return new Subcommands()
        .add("create", () -> new CreateCommand(streams))
        .add("list", () -> new ListCommand(streams))
        .add("show", () -> new ShowCommand(streams))
        .add("change", () -> new ChangeCommand(streams))
        .add("rotate", () -> new RotateCommand(streams))
        .add("check", () -> new CheckCommand(streams))
        .add("enable", () -> new EnableCommand(streams))
        .add("disable", () -> new DisableCommand(streams))
        .add("delete", () -> new DeleteCommand(streams))
        .add("reveal", () -> new RevealCommand(streams))
        .add("import", () -> new ImportCommand(streams))
        .add("export", () -> new ExportCommand(streams))
        .below(new KeysCommand(), arguments);
  }
}
