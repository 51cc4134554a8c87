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
import java.util.Optional;
import java.util.Set;

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
    refuseConfigurationFiles(name);
    return environment
        .getProperty(name, String.class)
        .or(() -> environment.getProperty(name + "-file", String.class).map(this::read))
        .map(String::strip)
        .filter(value -> !value.isEmpty());
  }

  private void refuseConfigurationFiles(String name) {
    for (PropertySource source : environment.getPropertySources()) {
      if (isFile(source) && holds(source, name)) {
        throw new ConfigurationException(
            "The secret "
                + name
                + " stands in the configuration file "
                + source.getName()
                + ". Take it out, change it, and set it in the environment or in a file named by "
                + name
                + "-file.");
      }
    }
  }

  private static boolean holds(PropertySource source, String name) {
    for (String key : source) {
      if (NameUtils.hyphenate(key).equals(name)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isFile(PropertySource source) {
    String location = source.getOrigin().location();
    return location.matches("(?i).*\\.(ya?ml|properties|json|toml|groovy|conf|hocon|xml)");
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
