package io.keystile.app.console.keys;

import io.keystile.app.console.ConsoleRoute;
import io.keystile.app.console.Faults;
import io.keystile.app.console.Form;
import io.keystile.app.console.Pages;
import io.keystile.app.console.people.Role;
import io.keystile.app.console.people.SignedIn;
import io.keystile.auth.keys.ApiKeys;
import io.keystile.auth.keys.ConflictException;
import io.keystile.auth.keys.KeyNotFoundException;
import io.keystile.auth.keys.KeyRotation;
import io.keystile.auth.keys.ManagedKey;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import jakarta.annotation.security.PermitAll;
import java.time.Duration;
import java.util.List;

/** Gives a key a new secret; the answer shows it, this once. */
@PermitAll
@ConsoleRoute(reading = Role.ADMINISTRATOR)
@ExecuteOn(TaskExecutors.BLOCKING)
@Controller(KeyPaths.LIST + "/{id}/rotate")
final class RotateController {

  private static final String USUAL = "1440";

  private final ApiKeys keys;
  private final KeyRotation rotation;
  private final KeyLines lines;
  private final FormTokens tokens;
  private final Pages pages;

  RotateController(
      ApiKeys keys, KeyRotation rotation, KeyLines lines, FormTokens tokens, Pages pages) {
    this.keys = keys;
    this.rotation = rotation;
    this.lines = lines;
    this.tokens = tokens;
    this.pages = pages;
  }

  @Get
  MutableHttpResponse<?> form(String id, SignedIn signedIn) {
    return KeyPaths.findChangeable(keys, id)
        .<MutableHttpResponse<?>>map(key -> pages.show(page(key, USUAL, Faults.none(), signedIn)))
        .orElseGet(pages::notFound);
  }

  @Post
  MutableHttpResponse<?> rotate(HttpRequest<?> request, String id, Form form, SignedIn signedIn) {
    ManagedKey key = KeyPaths.findChangeable(keys, id).orElse(null);
    if (key == null) {
      return pages.notFound();
    }
    String overlap = form.text("overlap");
    if (RotatePage.CHOICES.stream().noneMatch(choice -> choice.minutes().equals(overlap))) {
      Faults faults = Faults.of("overlap", "Choose one of these.");
      return pages.showFaulty(page(key, USUAL, faults, signedIn));
    }
    return switch (tokens.use(signedIn.user(), form.text("once"))) {
      case AGAIN -> pages.goTo(KeyNotice.SENT_BEFORE.on(KeyPaths.of(key.id())));
      case UNKNOWN -> refused(key, overlap, FormTokens.UNKNOWN_FORM, signedIn);
      case FIRST -> rotate(request, key, overlap, signedIn);
    };
  }

  private MutableHttpResponse<?> rotate(
      HttpRequest<?> request, ManagedKey key, String overlap, SignedIn signedIn) {
    try {
      Duration span = Duration.ofMinutes(Long.parseLong(overlap));
      return pages.show(
          SecretPage.rotated(rotation.rotate(key.id(), span), ServerOrigin.of(request)));
    } catch (ConflictException e) {
      return refused(key, overlap, String.valueOf(e.getMessage()), signedIn);
    } catch (KeyNotFoundException e) {
      return pages.notFound();
    }
  }

  private MutableHttpResponse<?> refused(
      ManagedKey key, String overlap, String why, SignedIn signedIn) {
    return pages.showFaulty(page(key, overlap, Faults.of("form", why), signedIn));
  }

  private RotatePage page(ManagedKey key, String overlap, Faults faults, SignedIn signedIn) {
    KeyLine line = lines.of(List.of(key)).get(0);
    return new RotatePage(line, overlap, faults, tokens.issue(signedIn.user()));
  }
}
