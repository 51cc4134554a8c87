package io.keystile.app.accounts;

import io.keystile.app.cli.Answers;
import io.keystile.app.cli.Streams;
import io.keystile.auth.keys.Accounts;
import io.keystile.auth.management.AccountView;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code keystile accounts show}. */
@Command(name = "show", description = "Shows an account.")
final class ShowCommand implements Callable<Integer> {

  @Mixin private final Answers answers = new Answers();

  @Parameters(paramLabel = "ACCOUNT", description = "The account's name.")
  private String name = "";

  private final Streams streams;

  ShowCommand(Streams streams) {
    this.streams = streams;
  }

  @Override
  public Integer call() {
    return answers.print(
        streams,
        context -> context.getBean(Accounts.class).get(name),
        AccountLines::of,
        AccountView::of);
  }
}
