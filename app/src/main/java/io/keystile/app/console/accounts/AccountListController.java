package io.keystile.app.console.accounts;

import io.keystile.app.console.ConsoleRoute;
import io.keystile.app.console.Pages;
import io.keystile.auth.keys.Account;
import io.keystile.auth.keys.Accounts;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The list of accounts. */
@PermitAll
@ConsoleRoute
@ExecuteOn(TaskExecutors.BLOCKING)
@Controller(AccountPaths.LIST)
final class AccountListController {

  static final int SIZE = 50;

  private final Accounts accounts;
  private final Pages pages;

  AccountListController(Accounts accounts, Pages pages) {
    this.accounts = accounts;
    this.pages = pages;
  }

  @Get
  MutableHttpResponse<?> list(
      @QueryValue(defaultValue = "") String text, @QueryValue @Nullable String after) {
    String beginning = text.strip();
    String start = after == null || after.isBlank() ? null : after;
    List<Account> found = find(beginning, start);
    boolean more = found.size() > SIZE;
    List<Account> shown = more ? found.subList(0, SIZE) : found;
    return pages.show(new AccountListPage(beginning, start, shown, more));
  }

  /** Names that begin alike stand together, so nothing but them is read. */
  private List<Account> find(String beginning, @Nullable String after) {
    boolean first = after == null || after.compareTo(beginning) < 0;
    Stream<Account> exact = first ? accounts.find(beginning).stream() : Stream.empty();
    List<Account> behind = accounts.list(first ? beginning : after, SIZE + 1);
    return Stream.concat(exact, behind.stream())
        .takeWhile(account -> account.name().startsWith(beginning))
        .limit(SIZE + 1L)
        .toList();
  }
}
