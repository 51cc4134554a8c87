package io.keystile.auth.secret;

import io.micronaut.context.env.CommandLinePropertySource;
import io.micronaut.context.env.Environment;
import io.micronaut.context.env.PropertySource;
import io.micronaut.context.exceptions.ConfigurationException;
import io.micronaut.core.naming.NameUtils;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads settings that are secrets. They come from the environment, or from a file that only its
 * owner can read, named by the same setting with {@code -file} behind it. A configuration file that
 * holds such a value stops the start: it would be committed one day.
 *
 * @since 0.1
 */
@Singleton
public final class SecretSettings {

  private static final Set<PosixFilePermission> OTHERS =
      Set.of(
          PosixFilePermission.GROUP_READ,
          PosixFilePermission.GROUP_WRITE,
          PosixFilePermission.OTHERS_READ,
          PosixFilePermission.OTHERS_WRITE);

  private static final Pattern FILE =
      Pattern.compile("(?i).*\\.(ya?ml|properties|json|json5|toml|groovy|conf|hocon|xml)");

  private final Environment environment;

  SecretSettings(Environment environment) {
    this.environment = environment;
  }

  /**
   * The secret under this name, without surrounding blanks, or nothing when it is not set.
   *
   * @param name the setting in kebab-case, for instance {@code keystile.keys.pepper}
   * @throws ConfigurationException when it stands in a configuration file, when the file that holds
   *     it cannot be read or can be read by others
   */
  public Optional<String> find(String name) {
    refuseOpenPlaces(name);
    return value(name)
        .map(String::strip)
        .filter(value -> !value.isEmpty())
        .or(() -> file(name).map(this::read));
  }

  /** Asks the sources themselves: the environment logs at level TRACE what is asked of it. */
  private Optional<String> value(String name) {
    return environment.getPropertySources().stream()
        .sorted(Comparator.comparingInt(PropertySource::getOrder).reversed())
        .flatMap(source -> valueIn(source, name).stream())
        .findFirst();
  }

  private static Optional<String> valueIn(PropertySource source, String name) {
    String variable = name.toUpperCase(Locale.ROOT).replaceAll("[.-]", "_");
    for (String key : source) {
      if (key.equals(variable) || NameUtils.hyphenate(key).equals(name)) {
        return Optional.of(String.valueOf(source.get(key)));
      }
    }
    return Optional.empty();
  }

  private Optional<String> file(String name) {
    return environment.getProperty(name + "-file", String.class).filter(file -> !file.isBlank());
  }

  private void refuseOpenPlaces(String name) {
    for (PropertySource source : environment.getPropertySources()) {
      String place = openPlace(source);
      if (place != null && holds(source, name)) {
        throw new ConfigurationException(
            "The secret "
                + name
                + " stands "
                + place
                + ". Take it out, change it, and set it in the environment or in a file named by "
                + name
                + "-file.");
      }
    }
  }

  /** Where others will see it one day: what is committed, and what the process list shows. */
  private static @Nullable String openPlace(PropertySource source) {
    if (source.getName().equals(CommandLinePropertySource.NAME)) {
      return "on the command line";
    }
    String location = source.getOrigin().location();
    return FILE.matcher(location).matches() || FILE.matcher(source.getName()).matches()
        ? "in the configuration file " + source.getName()
        : null;
  }

  private static boolean holds(PropertySource source, String name) {
    for (String key : source) {
      String held = NameUtils.hyphenate(key.replace('_', '.'));
      if (held.equals(name) || held.startsWith(name + "[")) {
        return true;
      }
    }
    return false;
  }

  private String read(String file) {
    try {
      Path path = Path.of(file);
      if (Files.getFileStore(path).supportsFileAttributeView("posix")
          && Files.getPosixFilePermissions(path).stream().anyMatch(OTHERS::contains)) {
        throw new ConfigurationException(
            "The secret file " + path + " can be read by others; run: chmod 600 " + path);
      }
      String value = Files.readString(path).strip();
      if (value.isEmpty()) {
        throw new ConfigurationException("The secret file " + path + " is empty");
      }
      return value;
    } catch (IOException | InvalidPathException e) {
      throw new ConfigurationException("The secret file " + file + " cannot be read", e);
    }
  }
}
