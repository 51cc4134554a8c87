package io.keystile.auth.settings;

import io.micronaut.core.type.Argument;
import java.time.Duration;
import java.util.Collection;
import java.util.Locale;

/**
 * What the value of a setting is.
 *
 * @since 0.1
 */
public enum SettingType {
  /** {@code true} or {@code false}. */
  BOOLEAN,
  /** A whole number. */
  INTEGER,
  /** A number, with a point if need be. */
  DECIMAL,
  /** A span of time such as {@code 30s}, {@code 15m}, {@code 12h} or {@code 7d}. */
  DURATION,
  /** Texts, separated by commas. */
  LIST,
  /** One of a few words. */
  CHOICE,
  /** Anything else. */
  TEXT;

  /** As JSON spells it. */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  static SettingType of(Argument<?> argument) {
    Class<?> type = argument.getWrapperType();
    if (type == Boolean.class) {
      return BOOLEAN;
    }
    if (type == Integer.class || type == Long.class) {
      return INTEGER;
    }
    if (type == Double.class) {
      return DECIMAL;
    }
    if (type == Duration.class) {
      return DURATION;
    }
    if (type.isEnum()) {
      return CHOICE;
    }
    return Collection.class.isAssignableFrom(type) ? LIST : TEXT;
  }
}
