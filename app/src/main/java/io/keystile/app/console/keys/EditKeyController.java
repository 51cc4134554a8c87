package io.keystile.app.console.keys;

import io.keystile.app.console.ConsoleRoute;
import io.keystile.app.console.Faults;
import io.keystile.app.console.Form;
import io.keystile.app.console.Pages;
import io.keystile.app.console.people.Role;
import io.keystile.auth.keys.ApiKeys;
import io.keystile.auth.keys.KeyNotFoundException;
import io.keystile.auth.keys.ManagedKey;
import io.keystile.auth.keys.VersionMismatchException;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import jakarta.annotation.security.PermitAll;

/** Changes everything about a key but its secret. */
@PermitAll
@ConsoleRoute(reading = Role.ADMINISTRATOR)
@ExecuteOn(TaskExecutors.BLOCKING)
@Controller(KeyPaths.LIST + "/{id}/edit")
final class EditKeyController {

  private final ApiKeys keys;
  private final KeyEdit edit;
  private final KeyChoices choices;
  private final Pages pages;

  EditKeyController(ApiKeys keys, KeyEdit edit, KeyChoices choices, Pages pages) {
    this.keys = keys;
    this.edit = edit;
    this.choices = choices;
    this.pages = pages;
  }

  @Get
  MutableHttpResponse<?> form(String id) {
    return KeyPaths.findChangeable(keys, id)
        .<MutableHttpResponse<?>>map(
            key ->
                pages.show(
                    page(KeyForms.of(key.settings()), Faults.none(), key, key.version(), false)))
        .orElseGet(pages::notFound);
  }

  @Post
  MutableHttpResponse<?> save(String id, Form form) {
    ManagedKey key = KeyPaths.findChangeable(keys, id).orElse(null);
    if (key == null) {
      return pages.notFound();
    }
    KeyForm typed = KeyFormParser.parse(form);
    long version = version(form.text("version"));
    if (form.has("add")) {
      KeyForm longer = typed.withRow(form.text("add"));
      return pages.show(page(longer, Faults.none(), key, version, false));
    }
    Faults faults = Faults.none();
    try {
      edit.save(key, version, typed, form, faults);
      return faults.isEmpty()
          ? pages.goTo(KeyNotice.SAVED.on(KeyPaths.of(key.id())))
          : pages.showFaulty(page(typed, faults, key, version, false));
    } catch (VersionMismatchException e) {
      ManagedKey now = keys.find(key.id()).orElse(key);
      return pages.showFaulty(page(typed, faults, now, now.version(), true));
    } catch (KeyNotFoundException e) {
      return pages.notFound();
    }
  }

  private static long version(String text) {
    return text.matches("[1-9][0-9]{0,17}") ? Long.parseLong(text) : Long.MAX_VALUE;
  }

  private KeyFormPage page(
      KeyForm form, Faults faults, ManagedKey key, long version, boolean changedMeanwhile) {
    return new KeyFormPage(form, faults, key, version, "", choices.find(), changedMeanwhile);
  }
}
