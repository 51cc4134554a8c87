package io.keystile.auth.secret;

import io.micronaut.context.env.Environment;
import io.micronaut.context.env.PropertySource;
import io.micronaut.context.exceptions.ConfigurationException;
import io.micronaut.core.naming.NameUtils;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Comparator;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
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

  private static final String SYSTEM_PROPERTIES = "System.properties";

  private final Environment environment;

  SecretSettings(Environment environment) {
    this.environment = environment;
  }

  /**
   * The secret under this name, without surrounding blanks, or nothing when it is not set.
   *
   * @param name the setting in kebab-case, for instance {@code keystile.keys.pepper}
   * @throws ConfigurationException when it stands in a configuration file or on the command line,
   *     or when the file that holds it cannot be read or can be read by others
   */
  public Optional<String> find(String name) {
    return value(name)
        .or(() -> environment.getProperty(name + "-file", String.class).map(this::read))
        .map(String::strip)
        .filter(value -> !value.isEmpty());
  }

  /** Asks the sources themselves: the environment logs at level TRACE what is asked of it. */
  private Optional<String> value(String name) {
    return environment.getPropertySources().stream()
        .filter(source -> keyName(source, name) != null)
        .map(source -> requireAllowed(source, name))
        .max(Comparator.comparingInt(PropertySource::getOrder))
        .map(source -> String.valueOf(source.get(Objects.requireNonNull(keyName(source, name)))));
  }

  private static @Nullable String keyName(PropertySource source, String name) {
    String variable = name.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
    for (String key : source) {
      if (key.equals(variable) || NameUtils.hyphenate(key).equals(name)) {
        return key;
      }
    }
    return null;
  }

  private static PropertySource requireAllowed(PropertySource source, String name) {
    if (!mayHoldSecrets(source)) {
      throw new ConfigurationException(
          "The secret "
              + name
              + " stands in "
              + source.getOrigin().location()
              + ". Take it out, change it, and set it in the environment or in a file named by "
              + name
              + "-file.");
    }
    return source;
  }

  /** The environment, system properties, and what the program itself passes to the context. */
  private static boolean mayHoldSecrets(PropertySource source) {
    return source.getConvention() == PropertySource.PropertyConvention.ENVIRONMENT_VARIABLE
        || source.getOrigin().location().equals(SYSTEM_PROPERTIES)
        || source.getName().equals(PropertySource.CONTEXT);
  }

  private String read(String file) {
    Path path = Path.of(file);
    try {
      if (Files.getFileStore(path).supportsFileAttributeView("posix")
          && Files.getPosixFilePermissions(path).stream().anyMatch(OTHERS::contains)) {
        throw new ConfigurationException(
            "The secret file " + path + " can be read by others; run: chmod 600 " + path);
      }
      return Files.readString(path);
    } catch (IOException e) {
      throw new ConfigurationException("The secret file " + path + " cannot be read", e);
    }
  }
}
