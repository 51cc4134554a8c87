package io.keystile.app.settings;

import io.keystile.app.cli.Answers;
import io.keystile.app.cli.Streams;
import io.keystile.auth.management.SettingView;
import io.keystile.auth.settings.Setting;
import io.keystile.auth.settings.Settings;
import io.micronaut.context.ApplicationContext;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code keystile settings show}. */
@Command(
    name = "show",
    description = "Shows settings: the value in force, where it comes from, if it is fixed.")
final class ShowCommand implements Callable<Integer> {

  @Mixin private final Answers answers = Answers.ofServer();

  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "NAME",
      description = "The setting. Default: all.")
  private @Nullable String name;

  private final Streams streams;

  ShowCommand(Streams streams) {
    this.streams = streams;
  }

  @Override
  public Integer call() {
    return answers.print(
        streams, this::settings, ShowCommand::lines, shown -> new SettingView.Items(shown, null));
  }

  private List<SettingView> settings(ApplicationContext context) {
    Settings settings = context.getBean(Settings.class);
    List<Setting> shown = name == null ? settings.list() : List.of(settings.get(name));
    shown.forEach(setting -> SettingsCommand.warn(setting, streams));
    return shown.stream().map(SettingView::of).toList();
  }

  private static String lines(List<SettingView> settings) {
    return settings.stream().map(SettingLines::of).collect(Collectors.joining("\n"));
  }
}
