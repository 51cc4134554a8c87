package io.keystile.app.accounts;

import io.keystile.app.cli.Answers;
import io.keystile.app.cli.CommandException;
import io.keystile.app.cli.Streams;
import io.keystile.auth.Scopes;
import io.keystile.auth.keys.Account;
import io.keystile.auth.keys.Accounts;
import io.keystile.auth.management.AccountView;
import io.micronaut.context.ApplicationContext;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code keystile accounts create}. */
@Command(name = "create", description = "Makes an account.")
final class CreateCommand implements Callable<Integer> {

  @Mixin private final Answers answers = new Answers();

  @Parameters(paramLabel = "ACCOUNT", description = "The account's name.")
  private String name = "";

  @Mixin private final AccountScopes scope = new AccountScopes();

  @Option(names = "--description", paramLabel = "TEXT", description = "What it is for.")
  private @Nullable String description;

  private final Streams streams;

  CreateCommand(Streams streams) {
    this.streams = streams;
  }

  @Override
  public Integer call() {
    Scopes scopes = scope.scopes();
    return answers.print(
        streams, context -> create(context, scopes), AccountLines::of, AccountView::of);
  }

  private Account create(ApplicationContext context, Scopes scopes) {
    try {
      return context.getBean(Accounts.class).create(name, description, scopes);
    } catch (IllegalArgumentException e) {
      throw CommandException.usage("The", e);
    }
  }
}
