package io.keystile.auth.management;

import io.keystile.auth.annotation.ApiKeyProtected;
import io.keystile.auth.audit.AuditAction;
import io.keystile.auth.management.input.Fault;
import io.keystile.auth.management.input.Faults;
import io.keystile.auth.management.input.FaultyInputException;
import io.keystile.auth.management.input.Fields;
import io.keystile.auth.management.input.Node;
import io.keystile.auth.settings.Setting;
import io.keystile.auth.settings.SettingRefusedException;
import io.keystile.auth.settings.Settings;
import io.keystile.auth.web.ManagementRoute;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Put;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Objects;
import java.util.Set;

/** Settings: what is in force, where it comes from, whether it can be changed here. */
@Tag(name = "Settings")
@ManagementRoute
@ApiKeyProtected("keystile:admin")
@ExecuteOn(TaskExecutors.BLOCKING)
@Controller("${keystile.management.path:/admin}/settings")
class SettingsController {

  private static final Set<String> FLAGS = Set.of("true", "false");

  private final ManagementCalls calls;
  private final Settings settings;

  SettingsController(ManagementCalls calls, Settings settings) {
    this.calls = calls;
    this.settings = settings;
  }

  /**
   * Lists the settings that can be looked at here.
   *
   * @return all of them
   */
  @ManagementRead
  @Refusable
  @Get
  HttpResponse<SettingView.Items> listSettings(HttpRequest<?> request) {
    return calls.look(
        request,
        () -> {
          Parameters.refuseAny(request);
          return HttpResponse.ok(SettingView.Items.of(settings.list()));
        });
  }

  /**
   * Shows a setting.
   *
   * @param name the configuration key
   * @return the setting
   */
  @ManagementRead
  @Refusable
  @Get("/{name}")
  HttpResponse<SettingView> showSetting(HttpRequest<?> request, String name) {
    return calls.look(
        request,
        () -> {
          Parameters.refuseAny(request);
          return HttpResponse.ok(SettingView.of(settings.get(name)));
        });
  }

  /**
   * Changes a setting, in force at the next request. What the configuration sets stays.
   *
   * @param name the configuration key
   * @return the setting as it is now
   */
  @Refusable
  @Put("/{name}")
  @RequestBody(
      required = true,
      content = @Content(schema = @Schema(implementation = Bodies.SettingValue.class)))
  HttpResponse<SettingView> changeSetting(HttpRequest<?> request, String name, @Body byte[] body) {
    return calls.answer(
        request,
        AuditAction.SETTING_CHANGE,
        name,
        () -> {
          Parameters.refuseAny(request);
          return HttpResponse.ok(SettingView.of(change(name, value(body))));
        });
  }

  /**
   * Takes what was stored for a setting away, so that its default is in force again.
   *
   * @param name the configuration key
   * @return the setting as it is now
   */
  @Refusable
  @Delete("/{name}")
  HttpResponse<SettingView> resetSetting(HttpRequest<?> request, String name) {
    return calls.answer(
        request,
        AuditAction.SETTING_CHANGE,
        name,
        () -> {
          Parameters.refuseAny(request);
          return HttpResponse.ok(SettingView.of(settings.reset(name)));
        });
  }

  private static String value(byte[] body) {
    Fields fields = Fields.read(body, new Faults());
    String value = fields.require("value", Node::scalar);
    fields.end();
    return Objects.requireNonNull(value, "required");
  }

  private Setting change(String name, String value) {
    boolean changeable = settings.get(name).changeable();
    try {
      return settings.set(name, value);
    } catch (SettingRefusedException e) {
      // What can be changed and is refused has a value that cannot be. The switch of authentication
      // can be refused for where the server listens.
      if (!changeable || FLAGS.contains(value)) {
        throw e;
      }
      throw new FaultyInputException(Fault.at("/value", String.valueOf(e.getMessage())));
    }
  }
}
