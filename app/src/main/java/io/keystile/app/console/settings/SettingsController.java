package io.keystile.app.console.settings;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import io.keystile.app.console.ConsoleRoute;
import io.keystile.app.console.Pages;
import io.keystile.auth.settings.AuthenticationSwitch;
import io.keystile.auth.settings.Settings;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import jakarta.annotation.security.PermitAll;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** All settings, as they stand. */
@PermitAll
@ConsoleRoute
@ExecuteOn(TaskExecutors.BLOCKING)
@Controller(SettingsController.PATH)
final class SettingsController {

  static final String PATH = "/console/settings";

  private final Settings settings;
  private final AuthenticationStates states;
  private final Pages pages;

  SettingsController(Settings settings, AuthenticationStates states, Pages pages) {
    this.settings = settings;
    this.states = states;
    this.pages = pages;
  }

  @Get
  MutableHttpResponse<?> list() {
    return pages.show(new SettingsPage(states.now(), groups()));
  }

  private Map<SettingGroup, List<SettingLine>> groups() {
    return settings.list().stream()
        .filter(setting -> !setting.name().equals(AuthenticationSwitch.NAME))
        .map(SettingLine::new)
        .collect(
            groupingBy(
                line -> SettingGroup.of(line.name()),
                () -> new EnumMap<>(SettingGroup.class),
                toList()));
  }
}
