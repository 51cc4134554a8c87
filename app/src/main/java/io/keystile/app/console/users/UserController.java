package io.keystile.app.console.users;

import io.keystile.app.console.ConsoleRoute;
import io.keystile.app.console.Faults;
import io.keystile.app.console.Form;
import io.keystile.app.console.Pages;
import io.keystile.app.console.people.ConsoleUser;
import io.keystile.app.console.people.ConsoleUsers;
import io.keystile.app.console.people.LastAdministratorException;
import io.keystile.app.console.people.PasswordRules;
import io.keystile.app.console.people.Role;
import io.keystile.app.console.people.SignedIn;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import jakarta.annotation.security.PermitAll;
import java.util.Optional;

/** What is done to one user. */
@PermitAll
@ConsoleRoute(reading = Role.ADMINISTRATOR, writing = Role.ADMINISTRATOR)
@ExecuteOn(TaskExecutors.BLOCKING)
@Controller(UsersController.PATH + "/{name}")
final class UserController {

  private static final String SELF = "This is you. Another administrator has to do it.";

  private final ConsoleUsers users;
  private final PasswordRules rules;
  private final Pages pages;

  UserController(ConsoleUsers users, PasswordRules rules, Pages pages) {
    this.users = users;
    this.rules = rules;
    this.pages = pages;
  }

  @Get
  MutableHttpResponse<?> look(SignedIn signedIn, String name) {
    ConsoleUser user = users.findUser(name);
    return user == null
        ? pages.notFound()
        : pages.show(new UserPage(user, isSelf(user, signedIn), Faults.none()));
  }

  @Post("/role")
  MutableHttpResponse<?> role(SignedIn signedIn, String name, Form form) {
    ConsoleUser user = users.findUser(name);
    if (user == null) {
      return pages.notFound();
    }
    Optional<Role> role = Role.of(form.text("role"));
    if (isSelf(user, signedIn) || role.isEmpty()) {
      return faulty(user, signedIn, "role", role.isEmpty() ? "Choose a role." : SELF);
    }
    try {
      users.changeRole(user.name(), role.get());
      return pages.goTo(UsersNotice.ROLE_CHANGED.on(UsersController.PATH));
    } catch (LastAdministratorException e) {
      return faulty(user, signedIn, "role", String.valueOf(e.getMessage()));
    }
  }

  @Post("/password")
  MutableHttpResponse<?> password(SignedIn signedIn, String name, Form form) {
    ConsoleUser user = users.findUser(name);
    if (user == null) {
      return pages.notFound();
    }
    String password = form.raw("password");
    String objection =
        isSelf(user, signedIn)
            ? "Change your own password in your account."
            : rules.objection(user.name(), password);
    if (objection != null) {
      return faulty(user, signedIn, "password", objection);
    }
    return users.changePassword(user.name(), password)
        ? pages.goTo(UsersNotice.PASSWORD_CHANGED.on(UsersController.PATH))
        : pages.notFound();
  }

  @Post("/remove")
  MutableHttpResponse<?> remove(SignedIn signedIn, String name, Form form) {
    ConsoleUser user = users.findUser(name);
    if (user == null) {
      return pages.notFound();
    }
    if (isSelf(user, signedIn)) {
      return faulty(user, signedIn, "confirm", SELF);
    }
    if (!form.text("confirm").equalsIgnoreCase(user.name())) {
      return faulty(user, signedIn, "confirm", "Type the user's name to confirm.");
    }
    try {
      users.remove(user.name());
      return pages.goTo(UsersNotice.REMOVED.on(UsersController.PATH));
    } catch (LastAdministratorException e) {
      return faulty(user, signedIn, "confirm", String.valueOf(e.getMessage()));
    }
  }

  private MutableHttpResponse<?> faulty(
      ConsoleUser user, SignedIn signedIn, String field, String message) {
    return pages.showFaulty(new UserPage(user, isSelf(user, signedIn), Faults.of(field, message)));
  }

  private static boolean isSelf(ConsoleUser user, SignedIn signedIn) {
    return user.name().equals(signedIn.user());
  }
}
