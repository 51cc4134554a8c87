package io.keystile.app.settings;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.keystile.auth.settings.Setting;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A setting as JSON shows it. */
@Serdeable
@JsonInclude(JsonInclude.Include.ALWAYS)
record SettingJson(
    String name,
    String type,
    List<String> choices,
    @Nullable String value,
    @Nullable String defaultValue,
    String source,
    @Nullable String origin,
    boolean changeable,
    @Nullable String fixedBecause,
    String description,
    @Nullable String warning) {

  /** All settings. */
  @Serdeable
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record Items(List<SettingJson> items) {}

  static SettingJson of(Setting setting) {
    return new SettingJson(
        setting.name(),
        setting.info().type().text(),
        setting.info().choices(),
        setting.value(),
        setting.info().defaultValue(),
        word(setting.source()),
        setting.origin() == null ? null : word(setting.origin()),
        setting.changeable(),
        setting.fixedBecause(),
        setting.info().description(),
        setting.warning());
  }

  String line() {
    String from = origin == null ? source : origin.replace('_', ' ');
    return name
        + " = "
        + (value == null ? "none" : value)
        + "  ("
        + from
        + (changeable ? ")" : ", fixed)");
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
