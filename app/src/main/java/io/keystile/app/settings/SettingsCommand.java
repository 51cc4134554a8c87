package io.keystile.app.settings;

import io.keystile.app.cli.Group;
import io.keystile.app.cli.Streams;
import io.keystile.auth.settings.Setting;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code keystile settings}: prints its help. */
@Command(
    name = "settings",
    description = "Shows settings, and changes those that the configuration leaves open.",
    synopsisSubcommandLabel = "COMMAND")
public final class SettingsCommand extends Group {

  private SettingsCommand() {}

  /** The command with all below it. */
  public static CommandLine commandLine(Streams streams) {
    return new CommandLine(new SettingsCommand())
        .addSubcommand(new ShowCommand(streams))
        .addSubcommand(new SetCommand(streams))
        .addSubcommand(new ResetCommand(streams));
  }

  /** What an operator should know about the value, beside the result. */
  static void warn(Setting setting, Streams streams) {
    if (setting.warning() != null) {
      streams.tell("Warning: " + setting.name() + ": " + setting.warning());
    }
  }
}
