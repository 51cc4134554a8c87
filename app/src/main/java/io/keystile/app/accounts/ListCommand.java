package io.keystile.app.accounts;

import io.keystile.app.cli.Answers;
import io.keystile.app.cli.Streams;
import io.keystile.auth.keys.Account;
import io.keystile.auth.keys.Accounts;
import io.keystile.auth.keys.ApiKeys;
import io.keystile.auth.management.AccountView;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code keystile accounts list}. */
@Command(name = "list", description = "Lists accounts by name, 200 at once.")
final class ListCommand implements Callable<Integer> {

  @Mixin private final Answers answers = new Answers();

  @Option(
      names = "--cursor",
      paramLabel = "CURSOR",
      description = "Goes on where an earlier list ended (its nextCursor).")
  private @Nullable String cursor;

  private final Streams streams;

  ListCommand(Streams streams) {
    this.streams = streams;
  }

  @Override
  public Integer call() {
    return answers.print(
        streams,
        context -> context.getBean(Accounts.class).list(cursor, ApiKeys.MAX_PAGE),
        ListCommand::lines,
        accounts -> AccountView.Page.of(accounts, ApiKeys.MAX_PAGE));
  }

  private static String lines(List<Account> accounts) {
    String next = next(accounts);
    return accounts.stream().map(AccountLines::of).collect(Collectors.joining("\n"))
        + (next == null ? "" : "\n(there are more: add --cursor " + next + ")");
  }

  private static @Nullable String next(List<Account> accounts) {
    return accounts.size() < ApiKeys.MAX_PAGE ? null : accounts.get(accounts.size() - 1).name();
  }
}
