package io.keystile.app.accounts;

import io.keystile.app.cli.Answers;
import io.keystile.app.cli.CommandException;
import io.keystile.app.cli.Streams;
import io.keystile.auth.keys.Account;
import io.keystile.auth.keys.Accounts;
import io.keystile.auth.management.AccountView;
import io.micronaut.context.ApplicationContext;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code keystile accounts describe}. */
@Command(name = "describe", description = "Says what an account is for.")
final class DescribeCommand implements Callable<Integer> {

  @Mixin private final Answers answers = new Answers();

  @Parameters(index = "0", paramLabel = "ACCOUNT", description = "The account's name.")
  private String name = "";

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "TEXT",
      description = "What it is for; without it, what is said there now is taken away.")
  private @Nullable String text;

  private final Streams streams;

  DescribeCommand(Streams streams) {
    this.streams = streams;
  }

  @Override
  public Integer call() {
    return answers.print(streams, this::describe, AccountLines::of, AccountView::of);
  }

  private Account describe(ApplicationContext context) {
    try {
      return context
          .getBean(Accounts.class)
          .change(name, settings -> settings.describedAs(text), Set.of());
    } catch (IllegalArgumentException e) {
      throw CommandException.usage("The", e);
    }
  }
}
