package io.keystile.app.settings;

import io.keystile.app.cli.Answers;
import io.keystile.app.cli.Streams;
import io.keystile.auth.settings.AuthenticationSwitch;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code keystile settings show}. */
@Command(name = "show", description = "Shows the settings that can be kept in the store.")
final class ShowCommand implements Callable<Integer> {

  @Mixin private final Answers answers = new Answers();

  private final Streams streams;

  ShowCommand(Streams streams) {
    this.streams = streams;
  }

  @Override
  public Integer call() {
    return answers.print(
        streams,
        context -> SettingJson.of(context.getBean(AuthenticationSwitch.class).setting()),
        SettingJson::line,
        setting -> new SettingJson.Items(List.of(setting)));
  }
}
