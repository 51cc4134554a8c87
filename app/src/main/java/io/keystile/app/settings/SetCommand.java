package io.keystile.app.settings;

import io.keystile.app.cli.Answers;
import io.keystile.app.cli.Streams;
import io.keystile.auth.management.SettingView;
import io.keystile.auth.settings.Setting;
import io.keystile.auth.settings.Settings;
import io.micronaut.context.ApplicationContext;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code keystile settings set}. */
@Command(
    name = "set",
    description = "Changes a setting in the store; running servers follow within a second.")
final class SetCommand implements Callable<Integer> {

  @Mixin private final Answers answers = Answers.ofServer();

  @Parameters(index = "0", paramLabel = "NAME", description = "The setting.")
  private String name = "";

  @Parameters(
      index = "1",
      paramLabel = "VALUE",
      description = "Its value, as in the configuration; entries of a list between commas.")
  private String value = "";

  private final Streams streams;

  SetCommand(Streams streams) {
    this.streams = streams;
  }

  @Override
  public Integer call() {
    return answers.print(streams, this::set, SettingLines::of, setting -> setting);
  }

  private SettingView set(ApplicationContext context) {
    Setting setting = context.getBean(Settings.class).set(name, value);
    SettingsCommand.warn(setting, streams);
    return SettingView.of(setting);
  }
}
