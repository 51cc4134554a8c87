package io.keystile.app.console.command;

import io.keystile.app.cli.CommandException;
import io.keystile.app.cli.Contexts;
import io.keystile.app.cli.ExitCode;
import io.keystile.app.cli.StoreOptions;
import io.keystile.app.cli.Streams;
import io.keystile.app.console.people.ConsoleUser;
import io.keystile.app.console.people.ConsoleUsers;
import io.keystile.app.console.people.PasswordRules;
import io.keystile.app.console.people.UserNames;
import io.micronaut.context.ApplicationContext;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code keystile console reset}. */
@Command(
    name = "reset",
    description = {
      "Gives a user of the console a new password, and ends their sessions. While there is nobody"
          + " yet, makes the first administrator.",
      "Asks for the password on a terminal, and reads it from standard input elsewhere."
    })
final class ResetCommand implements Callable<Integer> {

  @Mixin private final StoreOptions store = new StoreOptions();

  @Parameters(paramLabel = "NAME", description = "The name that the user signs in with.")
  private String name = "";

  private final Streams streams;

  ResetCommand(Streams streams) {
    this.streams = streams;
  }

  @Override
  public Integer call() {
    Map<String, Object> settings = store.settings();
    settings.put("keystile.store.create", false);
    try (ApplicationContext context = Contexts.startCommand(settings)) {
      ConsoleUsers users = context.getBean(ConsoleUsers.class);
      boolean first = users.isEmpty();
      requireName(users, first);
      String password = new NewPassword(streams).read();
      refuse(context.getBean(PasswordRules.class).objection(name, password));
      boolean done = first ? users.addFirst(name, password) : users.changePassword(name, password);
      refuse(done ? null : "The users were changed meanwhile. Try again.");
      streams.print(
          first
              ? "Made " + name + ", the first administrator of the console."
              : "Changed the password of " + name + ". Their sessions have ended.");
      return ExitCode.DONE.code();
    }
  }

  private void requireName(ConsoleUsers users, boolean first) {
    if (first) {
      refuse(UserNames.objection(name));
    } else if (users.findUser(name) == null) {
      String known = users.list().stream().map(ConsoleUser::name).collect(Collectors.joining(", "));
      refuse("There is no such user. Users: " + known);
    }
  }

  private static void refuse(@Nullable String objection) {
    if (objection != null) {
      throw new CommandException(ExitCode.REFUSED, objection);
    }
  }
}
