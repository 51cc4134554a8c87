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

/** {@code keystile settings reset}. */
@Command(
    name = "reset",
    description = "Takes a setting out of the store, so that its default is in force again.")
final class ResetCommand implements Callable<Integer> {

  @Mixin private final Answers answers = Answers.ofServer();

  @Parameters(index = "0", paramLabel = "NAME", description = "The setting.")
  private String name = "";

  private final Streams streams;

  ResetCommand(Streams streams) {
    this.streams = streams;
  }

  @Override
  public Integer call() {
    return answers.print(streams, this::reset, SettingLines::of, setting -> setting);
  }

  private SettingView reset(ApplicationContext context) {
    Setting setting = context.getBean(Settings.class).reset(name);
    SettingsCommand.warn(setting, streams);
    return SettingView.of(setting);
  }
}
