package io.keystile.app.console.signin;

import io.keystile.app.console.ConsoleRoute;
import io.keystile.app.console.Destination;
import io.keystile.app.console.Faults;
import io.keystile.app.console.Form;
import io.keystile.app.console.Pages;
import io.keystile.app.console.SessionCookie;
import io.keystile.app.console.people.Session;
import io.keystile.app.console.people.Sessions;
import io.keystile.app.console.signin.SignIn.Outcome;
import io.keystile.auth.web.ClientAddresses;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import jakarta.annotation.security.PermitAll;
import org.jspecify.annotations.Nullable;

/** Signing in and out. */
@PermitAll
@ConsoleRoute(open = true)
@ExecuteOn(TaskExecutors.BLOCKING)
@Controller("/console")
final class SignInController {

  private final SignIn signIn;
  private final Sessions sessions;
  private final ClientAddresses addresses;
  private final Pages pages;

  SignInController(SignIn signIn, Sessions sessions, ClientAddresses addresses, Pages pages) {
    this.signIn = signIn;
    this.sessions = sessions;
    this.addresses = addresses;
    this.pages = pages;
  }

  @Get("/sign-in")
  MutableHttpResponse<?> form(
      @QueryValue(defaultValue = "") String to,
      @QueryValue(value = "signed-out", defaultValue = "false") boolean signedOut,
      @Nullable Session session) {
    return session == null
        ? pages.show(new SignInPage("", to, signedOut, Faults.none()))
        : pages.goTo(Destination.of("/console"));
  }

  @Post("/sign-in")
  MutableHttpResponse<?> signIn(HttpRequest<?> request, Form form, @Nullable Session session) {
    String name = form.text("name");
    Outcome outcome = signIn.attempt(name, form.raw("password"), addresses.of(request));
    if (outcome.token() == null) {
      Faults faults = Faults.none().addIf("name", outcome.fault());
      return pages.showFaulty(new SignInPage(name, form.text("to"), false, faults));
    }
    if (session != null) {
      sessions.end(session);
    }
    return pages
        .goTo(destination(form.text("to")))
        .cookie(SessionCookie.of(request, outcome.token()));
  }

  @Post("/sign-out")
  MutableHttpResponse<?> signOut(@Nullable Session session) {
    if (session != null) {
      sessions.end(session);
    }
    MutableHttpResponse<?> response =
        pages.goTo(Destination.of("/console/sign-in?signed-out=true"));
    SessionCookie.gone().forEach(response::cookie);
    return response;
  }

  private static Destination destination(String to) {
    return Destination.of(Destination.isOurs(to) ? to : "/console");
  }
}
