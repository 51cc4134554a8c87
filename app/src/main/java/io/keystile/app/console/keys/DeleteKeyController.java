package io.keystile.app.console.keys;

import io.keystile.app.console.ConsoleRoute;
import io.keystile.app.console.Faults;
import io.keystile.app.console.Form;
import io.keystile.app.console.LastWayIn;
import io.keystile.app.console.Pages;
import io.keystile.app.console.people.Role;
import io.keystile.auth.keys.ApiKeys;
import io.keystile.auth.keys.KeyNotFoundException;
import io.keystile.auth.keys.LastWayInException;
import io.keystile.auth.keys.ManagedKey;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import jakarta.annotation.security.PermitAll;
import java.util.List;

/** Deletes a key, when its name was typed or the box was ticked. */
@PermitAll
@ConsoleRoute(reading = Role.ADMINISTRATOR)
@ExecuteOn(TaskExecutors.BLOCKING)
@Controller(KeyPaths.LIST + "/{id}/delete")
final class DeleteKeyController {

  private final ApiKeys keys;
  private final KeyLines lines;
  private final Pages pages;

  DeleteKeyController(ApiKeys keys, KeyLines lines, Pages pages) {
    this.keys = keys;
    this.lines = lines;
    this.pages = pages;
  }

  @Get
  MutableHttpResponse<?> form(String id) {
    return KeyPaths.findChangeable(keys, id)
        .<MutableHttpResponse<?>>map(key -> pages.show(page(key, "", Faults.none())))
        .orElseGet(pages::notFound);
  }

  @Post
  MutableHttpResponse<?> delete(String id, Form form) {
    ManagedKey key = KeyPaths.findChangeable(keys, id).orElse(null);
    if (key == null) {
      return pages.notFound();
    }
    String typed = form.text("name");
    if (!typed.equals(key.name()) && !form.has("sure")) {
      Faults faults = Faults.of("name", "Type the name of the key, or tick the box.");
      return pages.showFaulty(page(key, typed, faults));
    }
    try {
      keys.delete(key.id(), LastWayIn.confirmed(form));
      return pages.goTo(KeyNotice.DELETED.on(KeyPaths.LIST));
    } catch (LastWayInException e) {
      return pages.showFaulty(page(key, typed, Faults.of(LastWayIn.FIELD, LastWayIn.OBJECTION)));
    } catch (KeyNotFoundException e) {
      return pages.notFound();
    }
  }

  private DeletePage page(ManagedKey key, String typed, Faults faults) {
    return new DeletePage(lines.of(List.of(key)).get(0), typed, faults);
  }
}
