package io.keystile.app.console.setup;

import io.keystile.app.console.ConsoleRoute;
import io.keystile.app.console.Destination;
import io.keystile.app.console.Faults;
import io.keystile.app.console.Form;
import io.keystile.app.console.Pages;
import io.keystile.app.console.SessionCookie;
import io.keystile.app.console.people.Sessions;
import io.keystile.auth.web.ClientAddress;
import io.keystile.auth.web.ClientAddresses;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import jakarta.annotation.security.PermitAll;
import java.util.Objects;

/** The set-up page: there only until there is a user, and only for this machine. */
@PermitAll
@ConsoleRoute(open = true)
@ExecuteOn(TaskExecutors.BLOCKING)
@Controller("/console/setup")
final class SetupController {

  private static final Destination SIGN_IN = Destination.of("/console/sign-in");

  private final Setup setup;
  private final Sessions sessions;
  private final ClientAddresses addresses;
  private final Pages pages;

  SetupController(Setup setup, Sessions sessions, ClientAddresses addresses, Pages pages) {
    this.setup = setup;
    this.sessions = sessions;
    this.addresses = addresses;
    this.pages = pages;
  }

  @Get
  MutableHttpResponse<?> form(HttpRequest<?> request) {
    return setup.isWanted()
        ? pages.show(page(addresses.of(request), Form.empty(), Faults.none()))
        : pages.goTo(SIGN_IN);
  }

  @Post
  MutableHttpResponse<?> make(HttpRequest<?> request, Form form) {
    ClientAddress client = addresses.of(request);
    if (!setup.isWanted()) {
      return pages.goTo(SIGN_IN);
    }
    if (!client.local()) {
      return pages.showFaulty(page(client, Form.empty(), Faults.none()));
    }
    String name = form.text("name");
    Setup.Wish wish =
        new Setup.Wish(form.text("code"), name, form.raw("password"), form.raw("again"));
    Faults faults = setup.attempt(wish, client);
    if (!faults.isEmpty()) {
      return pages.showFaulty(page(client, form, faults));
    }
    String token = sessions.start(name, Objects.toString(client.ip(), null)).text();
    return pages.goTo(Destination.of("/console")).cookie(SessionCookie.of(request, token));
  }

  private SetupPage page(ClientAddress client, Form form, Faults faults) {
    return new SetupPage(
        form.text("name"), form.text("code"), client.local(), setup.isOpen(), faults);
  }
}
