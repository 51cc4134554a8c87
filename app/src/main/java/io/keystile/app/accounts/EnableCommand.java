package io.keystile.app.accounts;

import io.keystile.app.cli.Answers;
import io.keystile.app.cli.Streams;
import io.keystile.auth.keys.Accounts;
import io.keystile.auth.management.AccountView;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code keystile accounts enable}. */
@Command(name = "enable", description = "Lets the keys of an account be used again.")
final class EnableCommand implements Callable<Integer> {

  @Mixin private final Answers answers = new Answers();

  @Parameters(paramLabel = "ACCOUNT", description = "The account's name.")
  private String name = "";

  private final Streams streams;

  EnableCommand(Streams streams) {
    this.streams = streams;
  }

  @Override
  public Integer call() {
    return answers.print(
        streams,
        context -> context.getBean(Accounts.class).setEnabled(name, true),
        AccountLines::of,
        AccountView::of);
  }
}
