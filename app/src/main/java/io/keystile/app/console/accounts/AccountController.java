package io.keystile.app.console.accounts;

import io.keystile.app.console.ConsoleRoute;
import io.keystile.app.console.Faults;
import io.keystile.app.console.Form;
import io.keystile.app.console.LastWayIn;
import io.keystile.app.console.Pages;
import io.keystile.app.console.accounts.AccountPage.Typed;
import io.keystile.auth.keys.Account;
import io.keystile.auth.keys.AccountNotFoundException;
import io.keystile.auth.keys.AccountSettings;
import io.keystile.auth.keys.Accounts;
import io.keystile.auth.keys.LastWayInException;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.util.function.Supplier;

/** One account, what it is for, its scopes and its switch. */
@PermitAll
@ConsoleRoute
@ExecuteOn(TaskExecutors.BLOCKING)
@Controller(AccountPaths.LIST + "/{name}")
final class AccountController {

  private final Accounts accounts;
  private final AccountKeys keys;
  private final Pages pages;
  private final Clock clock;

  AccountController(Accounts accounts, AccountKeys keys, Pages pages, Clock clock) {
    this.accounts = accounts;
    this.keys = keys;
    this.pages = pages;
    this.clock = clock;
  }

  @Get
  MutableHttpResponse<?> look(String name) {
    return orNotFound(
        () -> {
          Account account = accounts.get(name);
          return pages.show(page(account, Typed.of(account), Faults.none()));
        });
  }

  @Post("/change")
  MutableHttpResponse<?> change(String name, Form form) {
    return orNotFound(
        () -> {
          Account account = accounts.get(name);
          Typed typed =
              new Typed(form.text(AccountFields.DESCRIPTION), form.text(AccountFields.SCOPES));
          Faults faults = Faults.none();
          AccountSettings settings =
              new AccountSettings(
                  AccountFields.description(typed.description(), faults),
                  AccountFields.scopes(typed.scopes(), faults));
          return faults.isEmpty()
              ? attempt(
                  account,
                  typed,
                  "lastScopes",
                  () -> accounts.change(name, there -> settings, LastWayIn.confirmed(form)),
                  AccountNotice.SAVED)
              : pages.showFaulty(page(account, typed, faults));
        });
  }

  @Post("/enabled")
  MutableHttpResponse<?> setEnabled(String name, Form form) {
    return orNotFound(
        () -> {
          Account account = accounts.get(name);
          boolean enabled = form.text("enabled").equals("true");
          return attempt(
              account,
              Typed.of(account),
              "lastEnabled",
              () -> accounts.setEnabled(name, enabled, LastWayIn.confirmed(form)),
              enabled ? AccountNotice.ENABLED : AccountNotice.DISABLED);
        });
  }

  /** What would leave nobody who can manage keys is shown again with a box to tick. */
  private MutableHttpResponse<?> attempt(
      Account account, Typed typed, String question, Runnable change, AccountNotice notice) {
    try {
      change.run();
      return pages.goTo(notice.on(AccountPaths.of(account.name())));
    } catch (LastWayInException e) {
      Faults faults = Faults.of(question, LastWayIn.OBJECTION);
      return pages.showFaulty(page(account, typed, faults));
    }
  }

  private MutableHttpResponse<?> orNotFound(Supplier<MutableHttpResponse<?>> answer) {
    try {
      return answer.get();
    } catch (AccountNotFoundException e) {
      return pages.notFound();
    }
  }

  private AccountPage page(Account account, Typed typed, Faults faults) {
    OwnedKeys owned = keys.of(account.name());
    return new AccountPage(account, owned, keys.days(owned), clock.instant(), typed, faults);
  }
}
