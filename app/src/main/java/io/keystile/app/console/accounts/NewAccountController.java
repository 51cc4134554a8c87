package io.keystile.app.console.accounts;

import io.keystile.app.console.ConsoleRoute;
import io.keystile.app.console.Faults;
import io.keystile.app.console.FieldChecks;
import io.keystile.app.console.Form;
import io.keystile.app.console.Pages;
import io.keystile.app.console.people.Role;
import io.keystile.auth.Scopes;
import io.keystile.auth.keys.Accounts;
import io.keystile.auth.keys.ConflictException;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import jakarta.annotation.security.PermitAll;
import org.jspecify.annotations.Nullable;

/** Makes an account. */
@PermitAll
@ConsoleRoute(reading = Role.ADMINISTRATOR)
@ExecuteOn(TaskExecutors.BLOCKING)
@Controller(AccountPaths.NEW)
final class NewAccountController {

  private final Accounts accounts;
  private final Pages pages;

  NewAccountController(Accounts accounts, Pages pages) {
    this.accounts = accounts;
    this.pages = pages;
  }

  @Get
  MutableHttpResponse<?> form() {
    return pages.show(new NewAccountPage("", "", "", Faults.none()));
  }

  @Post
  MutableHttpResponse<?> make(Form form) {
    String name = form.text("name");
    String typed = form.text(AccountFields.DESCRIPTION);
    Faults faults = Faults.none();
    if (name.isEmpty()) {
      faults.add("name", "Enter a name.");
    }
    String description = AccountFields.description(typed, faults);
    Scopes scopes = AccountFields.scopes(form.text(AccountFields.SCOPES), faults);
    if (faults.isEmpty()) {
      faults.addIf("name", create(name, description, scopes));
    }
    return faults.isEmpty()
        ? pages.goTo(AccountNotice.ADDED.on(AccountPaths.of(name)))
        : pages.showFaulty(
            new NewAccountPage(name, typed, form.text(AccountFields.SCOPES), faults));
  }

  /** What speaks against the name, or null: then the account is there. */
  private @Nullable String create(String name, @Nullable String description, Scopes scopes) {
    try {
      accounts.create(name, description, scopes);
      return null;
    } catch (IllegalArgumentException | ConflictException e) {
      return FieldChecks.sentence(String.valueOf(e.getMessage()));
    }
  }
}
