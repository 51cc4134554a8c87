package io.keystile.app.settings;

import io.keystile.app.cli.Answers;
import io.keystile.app.cli.CommandException;
import io.keystile.app.cli.ExitCode;
import io.keystile.app.cli.Streams;
import io.keystile.auth.settings.AuthenticationSwitch;
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

  private static final String ENABLED = "keystile.enabled";

  @Mixin private final Answers answers = new Answers();

  @Parameters(index = "0", paramLabel = "NAME", description = "The setting: " + ENABLED + ".")
  private String name = "";

  @Parameters(index = "1", paramLabel = "VALUE", description = "true or false.")
  private String value = "";

  private final Streams streams;

  SetCommand(Streams streams) {
    this.streams = streams;
  }

  @Override
  public Integer call() {
    if (!name.equals(ENABLED)) {
      throw new CommandException(ExitCode.USAGE, "Only " + ENABLED + " is kept in the store.");
    }
    if (!value.equals("true") && !value.equals("false")) {
      throw new CommandException(ExitCode.USAGE, ENABLED + " is true or false.");
    }
    return answers.print(streams, this::set, SettingJson::line, setting -> setting);
  }

  private SettingJson set(ApplicationContext context) {
    AuthenticationSwitch authentication = context.getBean(AuthenticationSwitch.class);
    authentication.set(value.equals("true"));
    return SettingJson.of(authentication.setting());
  }
}
