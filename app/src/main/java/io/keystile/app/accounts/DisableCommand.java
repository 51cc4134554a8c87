package io.keystile.app.accounts;

import io.keystile.app.cli.Answers;
import io.keystile.app.cli.Streams;
import io.keystile.auth.keys.Accounts;
import io.keystile.auth.keys.Confirmation;
import io.keystile.auth.management.AccountView;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code keystile accounts disable}. */
@Command(name = "disable", description = "Keeps all keys of an account from being used.")
final class DisableCommand implements Callable<Integer> {

  @Mixin private final Answers answers = new Answers();

  @Parameters(paramLabel = "ACCOUNT", description = "The account's name.")
  private String name = "";

  private final Streams streams;

  DisableCommand(Streams streams) {
    this.streams = streams;
  }

  @Override
  public Integer call() {
    return answers.print(
        streams,
        context ->
            context
                .getBean(Accounts.class)
                .setEnabled(name, false, Set.of(Confirmation.LAST_WAY_IN)),
        AccountLines::of,
        AccountView::of);
  }
}
