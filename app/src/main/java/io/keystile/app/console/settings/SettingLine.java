package io.keystile.app.console.settings;

import io.keystile.app.console.Tone;
import io.keystile.auth.settings.Setting;
import io.keystile.auth.settings.SettingType;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A setting in the words of people.
 *
 * @param setting as it stands
 */
public record SettingLine(Setting setting) {

  private static final int SHOWN = 160;

  /** What it does. */
  public String what() {
    return setting.info().description();
  }

  /** The configuration key. */
  public String name() {
    return setting.name();
  }

  /** The environment variable that sets it. */
  public String variable() {
    return name().toUpperCase(Locale.ROOT).replaceAll("[.-]", "_");
  }

  /** The page about it. */
  public String path() {
    return SettingsController.PATH + "/" + name();
  }

  /** The value in force, as far as there is room. */
  public String value() {
    return words(setting.value());
  }

  /** The value when nobody sets it. */
  public String defaultValue() {
    return words(setting.info().defaultValue());
  }

  /** Where the value comes from. */
  public String source() {
    return switch (setting.source()) {
      case DEFAULT -> "default";
      case STORED -> "stored";
      case CONFIGURATION -> setting.origin() == null ? "configuration" : setting.origin().text();
    };
  }

  /** The colour of that. */
  public Tone tone() {
    return setting.source() == Setting.Source.STORED ? Tone.GOOD : Tone.PLAIN;
  }

  /** Whether the value is one that was changed here, and can be taken back. */
  public boolean isStored() {
    return setting.source() == Setting.Source.STORED;
  }

  public boolean isSwitch() {
    return setting.info().type() == SettingType.BOOLEAN;
  }

  /** Whether it is switched on. */
  public boolean isOn() {
    return "true".equals(setting.value());
  }

  private String words(@Nullable String value) {
    if (value == null || value.isEmpty()) {
      return "none";
    }
    if (isSwitch()) {
      return value.equals("true") ? "on" : "off";
    }
    String text = value.replaceAll("\\s*,\\s*", ", ");
    return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…";
  }
}
