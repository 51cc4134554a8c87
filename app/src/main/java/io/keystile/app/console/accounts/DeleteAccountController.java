package io.keystile.app.console.accounts;

import io.keystile.app.console.ConsoleRoute;
import io.keystile.app.console.Faults;
import io.keystile.app.console.FieldChecks;
import io.keystile.app.console.Form;
import io.keystile.app.console.LastWayIn;
import io.keystile.app.console.Pages;
import io.keystile.app.console.people.Role;
import io.keystile.auth.keys.Account;
import io.keystile.auth.keys.AccountNotFoundException;
import io.keystile.auth.keys.Accounts;
import io.keystile.auth.keys.ApiKeys;
import io.keystile.auth.keys.ConflictException;
import io.keystile.auth.keys.KeyQuery;
import io.keystile.auth.keys.KeysOfAccount;
import io.keystile.auth.keys.LastWayInException;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import jakarta.annotation.security.PermitAll;

/** Deletes an account whose name was typed. */
@PermitAll
@ConsoleRoute(reading = Role.ADMINISTRATOR)
@ExecuteOn(TaskExecutors.BLOCKING)
@Controller(AccountPaths.LIST + "/{name}/delete")
final class DeleteAccountController {

  private static final String KEYS = "keys";

  private final Accounts accounts;
  private final ApiKeys keys;
  private final Pages pages;

  DeleteAccountController(Accounts accounts, ApiKeys keys, Pages pages) {
    this.accounts = accounts;
    this.keys = keys;
    this.pages = pages;
  }

  @Get
  MutableHttpResponse<?> ask(String name) {
    return accounts
        .find(name)
        .<MutableHttpResponse<?>>map(
            account -> pages.show(page(account, Form.empty(), Faults.none())))
        .orElseGet(pages::notFound);
  }

  @Post
  MutableHttpResponse<?> delete(String name, Form form) {
    Account account = accounts.find(name).orElse(null);
    if (account == null) {
      return pages.notFound();
    }
    Faults faults = faults(account, form);
    if (faults.isEmpty()) {
      try {
        accounts.delete(name, itsKeys(form), LastWayIn.confirmed(form));
        return pages.goTo(AccountNotice.DELETED.on(AccountPaths.LIST));
      } catch (LastWayInException e) {
        faults.add(LastWayIn.FIELD, LastWayIn.OBJECTION);
      } catch (ConflictException e) {
        faults.add(KEYS, FieldChecks.sentence(String.valueOf(e.getMessage())));
      } catch (AccountNotFoundException e) {
        return pages.notFound();
      }
    }
    return pages.showFaulty(page(account, form, faults));
  }

  private Faults faults(Account account, Form form) {
    Faults faults = Faults.none();
    if (!form.text("confirm").equals(account.name())) {
      faults.add("confirm", "Type the name of the account to confirm.");
    }
    String heir = form.text("heir");
    if (form.text(KEYS).equals(DeleteAccountPage.TRANSFER)) {
      if (heir.isEmpty()) {
        faults.add("heir", "Enter the account that the keys go to.");
      } else if (accounts.find(heir).isEmpty()) {
        faults.add("heir", "There is no account with this name.");
      }
    }
    return faults;
  }

  private static KeysOfAccount itsKeys(Form form) {
    return switch (form.text(KEYS)) {
      case DeleteAccountPage.TRANSFER -> new KeysOfAccount.Transfer(form.text("heir"));
      case DeleteAccountPage.DELETE -> new KeysOfAccount.Delete();
      default -> new KeysOfAccount.RefuseIfAny();
    };
  }

  private DeleteAccountPage page(Account account, Form form, Faults faults) {
    KeyQuery owned = KeyQuery.ALL.ownedBy(account.name());
    return new DeleteAccountPage(
        account,
        !keys.search(owned, null, 1).items().isEmpty(),
        form.text(KEYS),
        form.text("heir"),
        form.text("confirm"),
        faults);
  }
}
