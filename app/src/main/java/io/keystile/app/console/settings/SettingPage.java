package io.keystile.app.console.settings;

import io.keystile.app.console.Faults;
import io.keystile.app.console.Page;
import io.keystile.app.console.Section;
import io.keystile.auth.settings.SettingType;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One setting.
 *
 * @param line the setting
 * @param typed what stands in the field
 * @param faults what is wrong with that
 */
public record SettingPage(SettingLine line, String typed, Faults faults) implements Page {

  /** The words there are, where it is one of a few. */
  public Map<String, String> options() {
    Map<String, String> options = new LinkedHashMap<>();
    if (line.isSwitch()) {
      options.put("true", "On");
      options.put("false", "Off");
    }
    line.setting().info().choices().forEach(choice -> options.put(choice, choice));
    return options;
  }

  /** How many rows the field has; none for a single line. */
  public int rows() {
    return type() == SettingType.LIST ? 5 : 0;
  }

  /** How a value is written. */
  public String hint() {
    return switch (type()) {
      case INTEGER -> "A whole number.";
      case DECIMAL -> "A number, such as 2.0.";
      case DURATION -> "A span of time: 30s, 15m, 12h or 7d.";
      case LIST -> "One on a line, or with commas between them.";
      case BOOLEAN, CHOICE, TEXT -> "As the configuration takes it.";
    };
  }

  private SettingType type() {
    return line.setting().info().type();
  }

  @Override
  public String template() {
    return "settings/setting.jte";
  }

  @Override
  public String title() {
    return line.name();
  }

  @Override
  public Section section() {
    return Section.SETTINGS;
  }
}
