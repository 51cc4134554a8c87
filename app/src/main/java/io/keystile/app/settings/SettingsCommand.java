package io.keystile.app.settings;

import io.keystile.app.cli.Group;
import io.keystile.app.cli.Streams;
import io.keystile.app.cli.Subcommands;
import io.keystile.auth.settings.Setting;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code keystile settings}: prints its help. */
@Command(
    name = "settings",
    description = "Shows settings, and changes those that the configuration leaves open.",
    synopsisSubcommandLabel = "COMMAND")
public final class SettingsCommand extends Group {

  private SettingsCommand() {}

  /** The command with those below it that the arguments behind it can mean. */
  public static CommandLine commandLine(Streams streams, List<String> arguments) {
    return new Subcommands()
        .add("show", () -> new ShowCommand(streams))
        .add("set", () -> new SetCommand(streams))
        .add("reset", () -> new ResetCommand(streams))
        .below(new SettingsCommand(), arguments);
  }

  /** What an operator should know about the value, beside the result. */
  static void warn(Setting setting, Streams streams) {
    if (setting.warning() != null) {
      streams.tell("Warning: " + setting.name() + ": " + setting.warning());
    }
  }
}
