package io.keystile.app.console.keys;

import io.keystile.app.console.ConsoleRoute;
import io.keystile.app.console.Faults;
import io.keystile.app.console.Form;
import io.keystile.app.console.Pages;
import io.keystile.app.console.people.Role;
import io.keystile.app.console.people.SignedIn;
import io.keystile.auth.keys.IssuedKey;
import io.keystile.auth.keys.KeySettings;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/** Makes keys. The answer to a form that was sent shows the key, this once. */
@PermitAll
@ConsoleRoute(reading = Role.ADMINISTRATOR)
@ExecuteOn(TaskExecutors.BLOCKING)
@Controller(KeyPaths.LIST)
final class NewKeyController {

  private final NewKeys newKeys;
  private final KeyChoices choices;
  private final FormTokens tokens;
  private final Pages pages;
  private final Clock clock;

  NewKeyController(
      NewKeys newKeys, KeyChoices choices, FormTokens tokens, Pages pages, Clock clock) {
    this.newKeys = newKeys;
    this.choices = choices;
    this.tokens = tokens;
    this.pages = pages;
    this.clock = clock;
  }

  @Get("/new")
  MutableHttpResponse<?> form(SignedIn signedIn) {
    return pages.show(page(KeyForm.NEW, Faults.none(), signedIn));
  }

  @Post
  MutableHttpResponse<?> create(HttpRequest<?> request, Form form, SignedIn signedIn) {
    KeyForm typed = KeyFormParser.parse(form);
    if (form.has("add")) {
      return pages.show(page(typed.withRow(form.text("add")), Faults.none(), signedIn));
    }
    Faults faults = Faults.none();
    KeySettings settings =
        new KeyFormReader(typed, faults, clock.instant()).read(KeySettings.named("new"));
    if (!faults.isEmpty()) {
      return pages.showFaulty(page(typed, faults, signedIn));
    }
    return switch (tokens.use(signedIn.user(), form.text("once"))) {
      case AGAIN -> pages.goTo(KeyNotice.SENT_BEFORE.on(KeyPaths.LIST));
      case UNKNOWN ->
          pages.showFaulty(page(typed, Faults.of("form", FormTokens.UNKNOWN_FORM), signedIn));
      case FIRST -> made(request, newKeys.issue(settings, faults), page(typed, faults, signedIn));
    };
  }

  /** One click. */
  @Post("/generate")
  MutableHttpResponse<?> generate(HttpRequest<?> request, Form form, SignedIn signedIn) {
    String name = form.text("name");
    KeyForm typed = KeyForm.NEW.named(name);
    Faults faults = Faults.none();
    return switch (tokens.use(signedIn.user(), form.text("once"))) {
      case AGAIN -> pages.goTo(KeyNotice.SENT_BEFORE.on(KeyPaths.LIST));
      case UNKNOWN ->
          pages.showFaulty(page(typed, Faults.of("form", FormTokens.UNKNOWN_FORM), signedIn));
      case FIRST -> made(request, newKeys.generate(name, faults), page(typed, faults, signedIn));
    };
  }

  private MutableHttpResponse<?> made(
      HttpRequest<?> request, @Nullable IssuedKey issued, KeyFormPage otherwise) {
    return issued == null
        ? pages.showFaulty(otherwise)
        : pages.show(SecretPage.made(issued, ServerOrigin.of(request)));
  }

  private KeyFormPage page(KeyForm form, Faults faults, SignedIn signedIn) {
    String once = tokens.issue(signedIn.user());
    return new KeyFormPage(form, faults, null, 0, once, choices.find(), false);
  }
}
