package io.keystile.app.settings;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.keystile.auth.settings.Setting;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import java.util.Locale;

/** A setting as JSON shows it. */
@Serdeable
@JsonInclude(JsonInclude.Include.ALWAYS)
record SettingJson(String name, String value, String source) {

  /** All settings. */
  @Serdeable
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record Items(List<SettingJson> items) {}

  static SettingJson of(Setting setting) {
    return new SettingJson(
        setting.name(), setting.value(), setting.source().name().toLowerCase(Locale.ROOT));
  }

  String line() {
    return name + " = " + value + "  (" + source + ")";
  }
}
