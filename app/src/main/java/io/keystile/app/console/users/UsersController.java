package io.keystile.app.console.users;

import io.keystile.app.console.ConsoleRoute;
import io.keystile.app.console.Faults;
import io.keystile.app.console.Form;
import io.keystile.app.console.Pages;
import io.keystile.app.console.people.ConsoleUsers;
import io.keystile.app.console.people.PasswordRules;
import io.keystile.app.console.people.Role;
import io.keystile.app.console.people.SignedIn;
import io.keystile.app.console.people.UserNames;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import jakarta.annotation.security.PermitAll;

/** Everybody who may sign in, and another one. */
@PermitAll
@ConsoleRoute(reading = Role.ADMINISTRATOR, writing = Role.ADMINISTRATOR)
@ExecuteOn(TaskExecutors.BLOCKING)
@Controller(UsersController.PATH)
final class UsersController {

  static final String PATH = "/console/users";

  private final ConsoleUsers users;
  private final PasswordRules rules;
  private final Pages pages;

  UsersController(ConsoleUsers users, PasswordRules rules, Pages pages) {
    this.users = users;
    this.rules = rules;
    this.pages = pages;
  }

  @Get
  MutableHttpResponse<?> list(SignedIn signedIn) {
    return pages.show(new UsersPage(users.list(), signedIn.user()));
  }

  @Get("/new")
  MutableHttpResponse<?> form() {
    return pages.show(new NewUserPage("", Role.VIEWER, Faults.none()));
  }

  @Post
  MutableHttpResponse<?> add(Form form) {
    String name = form.text("name");
    Role role = Role.of(form.text("role")).orElse(Role.VIEWER);
    Faults faults =
        Faults.none()
            .addIf("name", UserNames.objection(name))
            .addIf("password", rules.objection(name, form.raw("password")));
    if (faults.isEmpty() && !users.add(name, role, form.raw("password"))) {
      faults.add("name", "Somebody has this name already.");
    }
    return faults.isEmpty()
        ? pages.goTo(UsersNotice.ADDED.on(PATH))
        : pages.showFaulty(new NewUserPage(name, role, faults));
  }
}
