package io.keystile.app.console.settings;

import io.keystile.app.console.ConsoleRoute;
import io.keystile.app.console.Destination;
import io.keystile.app.console.Faults;
import io.keystile.app.console.Form;
import io.keystile.app.console.Pages;
import io.keystile.app.console.people.Role;
import io.keystile.auth.settings.AuthenticationSwitch;
import io.keystile.auth.settings.SettingRefusedException;
import io.keystile.auth.settings.Settings;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import jakarta.annotation.security.PermitAll;

/**
 * The switch of authentication. Off, and on without a key, are asked about first: the one lets
 * everybody in, the other nobody.
 */
@PermitAll
@ConsoleRoute(reading = Role.ADMINISTRATOR)
@ExecuteOn(TaskExecutors.BLOCKING)
@Controller(AuthenticationController.PATH)
final class AuthenticationController {

  static final String PATH = SettingsController.PATH + "/authentication";

  private final Settings settings;
  private final AuthenticationStates states;
  private final Pages pages;

  AuthenticationController(Settings settings, AuthenticationStates states, Pages pages) {
    this.settings = settings;
    this.states = states;
    this.pages = pages;
  }

  @Get
  MutableHttpResponse<?> ask() {
    return pages.show(new AuthenticationPage(states.now(), Faults.none()));
  }

  @Post
  MutableHttpResponse<?> set(Form form) {
    String wanted = form.text("enabled");
    if (!wanted.equals("true") && !wanted.equals("false")) {
      return faulty("Choose whether it is to be on or off.");
    }
    boolean on = wanted.equals("true");
    if (!form.has("sure") && !(on && states.hasUsableKey())) {
      return pages.goTo(Destination.of(PATH));
    }
    try {
      settings.set(AuthenticationSwitch.NAME, wanted);
    } catch (SettingRefusedException e) {
      return faulty(String.valueOf(e.getMessage()));
    }
    return pages.goTo((on ? SettingsNotice.ON : SettingsNotice.OFF).on(SettingsController.PATH));
  }

  private MutableHttpResponse<?> faulty(String message) {
    return pages.showFaulty(new AuthenticationPage(states.now(), Faults.of("enabled", message)));
  }
}
