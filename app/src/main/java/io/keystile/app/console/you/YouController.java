package io.keystile.app.console.you;

import io.keystile.app.console.ConsoleRoute;
import io.keystile.app.console.Faults;
import io.keystile.app.console.Form;
import io.keystile.app.console.Pages;
import io.keystile.app.console.SessionCookie;
import io.keystile.app.console.people.ConsoleUser;
import io.keystile.app.console.people.ConsoleUsers;
import io.keystile.app.console.people.Role;
import io.keystile.app.console.people.Session;
import io.keystile.app.console.people.SessionToken;
import io.keystile.app.console.people.Sessions;
import io.keystile.app.console.people.SignedIn;
import io.keystile.auth.web.ClientAddresses;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import jakarta.annotation.security.PermitAll;

/** One's own password and sessions; everybody may change these. */
@PermitAll
@ConsoleRoute(reading = Role.VIEWER, writing = Role.VIEWER)
@ExecuteOn(TaskExecutors.BLOCKING)
@Controller(YouController.PATH)
final class YouController {

  static final String PATH = "/console/you";

  private final ConsoleUsers users;
  private final PasswordChange change;
  private final Sessions sessions;
  private final ClientAddresses addresses;
  private final Pages pages;

  YouController(
      ConsoleUsers users,
      PasswordChange change,
      Sessions sessions,
      ClientAddresses addresses,
      Pages pages) {
    this.users = users;
    this.change = change;
    this.sessions = sessions;
    this.addresses = addresses;
    this.pages = pages;
  }

  @Get
  MutableHttpResponse<?> look(SignedIn signedIn, Session session) {
    return pages.show(page(signedIn, session, Faults.none()));
  }

  @Post("/password")
  MutableHttpResponse<?> password(
      HttpRequest<?> request, SignedIn signedIn, Session session, Form form) {
    Faults faults = change.attempt(signedIn.user(), form, addresses.of(request));
    if (!faults.isEmpty()) {
      return pages.showFaulty(page(signedIn, session, faults));
    }
    SessionToken token = sessions.start(signedIn.user(), session.address());
    return pages
        .goTo(YouNotice.PASSWORD_CHANGED.on(PATH), sessions.find(token.text()))
        .cookie(SessionCookie.of(request, token.text()));
  }

  @Post("/sessions/{id}/end")
  MutableHttpResponse<?> end(SignedIn signedIn, String id) {
    sessions.end(signedIn.user(), session -> session.id().equals(id));
    return pages.goTo(YouNotice.SESSION_ENDED.on(PATH));
  }

  @Post("/sessions/end-others")
  MutableHttpResponse<?> endOthers(SignedIn signedIn, Session session) {
    sessions.end(signedIn.user(), other -> other != session);
    return pages.goTo(YouNotice.OTHERS_ENDED.on(PATH));
  }

  private YouPage page(SignedIn signedIn, Session session, Faults faults) {
    ConsoleUser user = users.getUser(signedIn.user());
    return new YouPage(user, sessions.of(user.name()), session, faults);
  }
}
