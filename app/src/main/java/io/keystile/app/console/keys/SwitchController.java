package io.keystile.app.console.keys;

import io.keystile.app.console.ConsoleRoute;
import io.keystile.app.console.Form;
import io.keystile.app.console.Notice;
import io.keystile.app.console.Pages;
import io.keystile.auth.keys.ApiKeys;
import io.keystile.auth.keys.Confirmation;
import io.keystile.auth.keys.KeyNotFoundException;
import io.keystile.auth.keys.LastWayInException;
import io.keystile.auth.keys.ManagedKey;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import jakarta.annotation.security.PermitAll;
import java.util.Set;

/** Whether a key may be used; a switch, in force at once. */
@PermitAll
@ConsoleRoute
@ExecuteOn(TaskExecutors.BLOCKING)
@Controller(KeyPaths.LIST + "/{id}/enabled")
final class SwitchController {

  private static final String CONFIRMED = "confirmed";

  private final ApiKeys keys;
  private final Pages pages;

  SwitchController(ApiKeys keys, Pages pages) {
    this.keys = keys;
    this.pages = pages;
  }

  @Post
  MutableHttpResponse<?> change(String id, Form form) {
    ManagedKey key = KeyPaths.findChangeable(keys, id).orElse(null);
    if (key == null) {
      return pages.notFound();
    }
    String back = KeyPaths.back(form.text("back"));
    try {
      return pages.goTo(change(key, form).on(back));
    } catch (LastWayInException e) {
      return pages.showFaulty(new LastWayInPage(key, back));
    } catch (KeyNotFoundException e) {
      return pages.notFound();
    }
  }

  private Notice change(ManagedKey key, Form form) {
    if (form.text("enabled").equals("true")) {
      keys.enable(key.id());
      return KeyNotice.ENABLED;
    }
    keys.disable(key.id(), form.has(CONFIRMED) ? Set.of(Confirmation.LAST_WAY_IN) : Set.of());
    return KeyNotice.DISABLED;
  }
}
