package io.keystile.app.console.settings;

import io.keystile.app.console.ConsoleRoute;
import io.keystile.app.console.Faults;
import io.keystile.app.console.Form;
import io.keystile.app.console.Pages;
import io.keystile.auth.settings.AuthenticationSwitch;
import io.keystile.auth.settings.Setting;
import io.keystile.auth.settings.SettingNotFoundException;
import io.keystile.auth.settings.SettingRefusedException;
import io.keystile.auth.settings.SettingType;
import io.keystile.auth.settings.Settings;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import jakarta.annotation.security.PermitAll;
import java.util.Objects;
import java.util.Optional;

/** One setting: how it stands, another value, and back to the default. */
@PermitAll
@ConsoleRoute
@ExecuteOn(TaskExecutors.BLOCKING)
@Controller(SettingsController.PATH + "/{name}")
final class SettingController {

  private static final String VALUE = "value";

  private final Settings settings;
  private final Pages pages;

  SettingController(Settings settings, Pages pages) {
    this.settings = settings;
    this.pages = pages;
  }

  @Get
  MutableHttpResponse<?> look(String name) {
    return find(name)
        .<MutableHttpResponse<?>>map(
            setting -> pages.show(page(setting, typed(setting), Faults.none())))
        .orElseGet(pages::notFound);
  }

  @Post
  MutableHttpResponse<?> change(String name, Form form) {
    return find(name)
        .<MutableHttpResponse<?>>map(setting -> change(setting, form.text(VALUE)))
        .orElseGet(pages::notFound);
  }

  @Post("/reset")
  MutableHttpResponse<?> reset(String name) {
    return find(name)
        .<MutableHttpResponse<?>>map(
            setting -> attempt(setting, typed(setting), settings::reset, SettingsNotice.RESET))
        .orElseGet(pages::notFound);
  }

  private MutableHttpResponse<?> change(Setting setting, String typed) {
    String value = isList(setting) ? typed.replaceAll("[,\\s]*\\R[,\\s]*", ",") : typed;
    return attempt(setting, typed, name -> settings.set(name, value), SettingsNotice.SAVED);
  }

  private MutableHttpResponse<?> attempt(
      Setting setting, String typed, Change change, SettingsNotice notice) {
    try {
      change.make(setting.name());
      return pages.goTo(notice.on(SettingsController.PATH));
    } catch (SettingRefusedException e) {
      Faults faults = Faults.of(VALUE, String.valueOf(e.getMessage()));
      return pages.showFaulty(page(setting, typed, faults));
    }
  }

  /** The setting; that of authentication has a page of its own, which asks back. */
  private Optional<Setting> find(String name) {
    try {
      return name.equals(AuthenticationSwitch.NAME)
          ? Optional.empty()
          : Optional.of(settings.get(name));
    } catch (SettingNotFoundException e) {
      return Optional.empty();
    }
  }

  private static SettingPage page(Setting setting, String typed, Faults faults) {
    return new SettingPage(new SettingLine(setting), typed, faults);
  }

  private static String typed(Setting setting) {
    String value = Objects.requireNonNullElse(setting.value(), "");
    return isList(setting) ? value.replaceAll("\\s*,\\s*", "\n") : value;
  }

  private static boolean isList(Setting setting) {
    return setting.info().type() == SettingType.LIST;
  }

  /** What is done to the setting with this name. */
  private interface Change {
    Setting make(String name);
  }
}
