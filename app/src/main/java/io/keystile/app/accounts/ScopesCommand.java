package io.keystile.app.accounts;

import io.keystile.app.cli.Answers;
import io.keystile.app.cli.Streams;
import io.keystile.auth.Scopes;
import io.keystile.auth.keys.Accounts;
import io.keystile.auth.keys.Confirmation;
import io.keystile.auth.management.AccountView;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code keystile accounts scopes}. */
@Command(name = "scopes", description = "Changes what the keys of an account may do at the most.")
final class ScopesCommand implements Callable<Integer> {

  @Mixin private final Answers answers = new Answers();

  @Parameters(paramLabel = "ACCOUNT", description = "The account's name.")
  private String name = "";

  @Mixin private final AccountScopes scope = new AccountScopes();

  private final Streams streams;

  ScopesCommand(Streams streams) {
    this.streams = streams;
  }

  @Override
  public Integer call() {
    Scopes scopes = scope.scopes();
    return answers.print(
        streams,
        context ->
            context
                .getBean(Accounts.class)
                .setScopes(name, scopes, Set.of(Confirmation.LAST_WAY_IN)),
        AccountLines::of,
        AccountView::of);
  }
}
