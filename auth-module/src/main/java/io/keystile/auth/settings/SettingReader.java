package io.keystile.auth.settings;

import io.micronaut.context.BeanContext;
import io.micronaut.core.convert.ArgumentConversionContext;
import io.micronaut.core.convert.ConversionContext;
import io.micronaut.core.convert.ConversionService;
import io.micronaut.core.type.Argument;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads values by the rules of the start, and writes them in one form. */
@Singleton
final class SettingReader {

  private static final Set<String> SWITCH =
      Set.of("true", "false", "yes", "no", "on", "off", "y", "n");

  private final ConversionService conversions;

  SettingReader(BeanContext beans) {
    this.conversions = beans.getConversionService();
  }

  /** Whether the text says yes or no; the framework takes every word that is not yes for no. */
  static boolean isSwitch(String text) {
    return SWITCH.contains(text.toLowerCase(Locale.ROOT));
  }

  /** The value that the text stands for, or nothing when it cannot be read. */
  Optional<Object> read(Argument<?> argument, String text) {
    if (argument.getWrapperType() == Boolean.class && !isSwitch(text)) {
      return Optional.empty();
    }
    ArgumentConversionContext<?> context = ConversionContext.of(argument);
    return conversions.convert(text, context).map(value -> value);
  }

  /**
   * The value in the form that is shown and stored.
   *
   * @param text how it was given
   */
  static String write(Object value, String text) {
    if (value instanceof Collection<?> values) {
      return values.stream()
          .map(entry -> String.valueOf(entry).strip())
          .filter(entry -> !entry.isEmpty())
          .collect(Collectors.joining(","));
    }
    return value instanceof Boolean || value instanceof Enum<?> ? word(value) : text.strip();
  }

  static String word(Object value) {
    return value.toString().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
