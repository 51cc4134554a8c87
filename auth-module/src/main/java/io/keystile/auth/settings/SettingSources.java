package io.keystile.auth.settings;

import io.micronaut.context.env.Environment;
import io.micronaut.context.env.EnvironmentPropertySource;
import io.micronaut.context.env.PropertySource;
import io.micronaut.core.convert.ConversionContext;
import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** Knows what the configuration says, and which part of it. */
@Singleton
final class SettingSources {

  // Files that an operator names stand at -250 at the most; the variables of a local file above.
  private static final int HIGHEST_FILE = EnvironmentPropertySource.POSITION - 50;

  private final Environment environment;

  SettingSources(Environment environment) {
    this.environment = environment;
  }

  /** Whether the configuration decides. A blank value does only where blank means something. */
  boolean isConfigured(KnownSetting known) {
    Object value = environment.getProperty(known.name(), Object.class).orElse(null);
    boolean mayBeBlank =
        known.info().type() == SettingType.LIST || known.info().type() == SettingType.TEXT;
    return value != null && (mayBeBlank || !value.toString().isBlank());
  }

  /** What the configuration says, or nothing when that counts as nothing. */
  Optional<String> find(KnownSetting known) {
    String text = environment.getProperty(known.name(), String.class).orElse("");
    return environment
        .getProperty(known.name(), ConversionContext.of(known.argument()))
        .map(value -> SettingReader.write(value, text));
  }

  /** The strongest part of the configuration that sets it. */
  Setting.Origin originOf(KnownSetting known) {
    String name = plain(known.name());
    int order =
        environment.getPropertySources().stream()
            .filter(source -> sets(source, name))
            .map(PropertySource::getOrder)
            .max(Comparator.naturalOrder())
            .orElse(HIGHEST_FILE);
    if (order > EnvironmentPropertySource.POSITION) {
      return Setting.Origin.COMMAND_LINE;
    }
    return order > HIGHEST_FILE ? Setting.Origin.ENVIRONMENT : Setting.Origin.FILE;
  }

  private static boolean sets(PropertySource source, String name) {
    return StreamSupport.stream(source.spliterator(), false)
        .anyMatch(key -> plain(key).equals(name));
  }

  /** Variables, hyphens, camel case and the entries of a list all name the same setting. */
  private static String plain(String key) {
    int entry = key.indexOf('[');
    return (entry < 0 ? key : key.substring(0, entry))
        .replaceAll("[._-]", "")
        .toLowerCase(Locale.ROOT);
  }
}
