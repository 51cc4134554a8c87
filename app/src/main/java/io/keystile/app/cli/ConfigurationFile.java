package io.keystile.app.cli;

import io.micronaut.context.env.PropertySource;
import io.micronaut.context.env.yaml.YamlPropertySourceLoader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The operator's YAML file: the one that {@code KEYSTILE_CONFIG} names, or {@code keystile.yml} in
 * the current directory if there is one.
 */
final class ConfigurationFile {

  static final String VARIABLE = "KEYSTILE_CONFIG";
  static final Path DEFAULT = Path.of("keystile.yml");

  // Above the defaults inside the program (-300), below the environment (-200).
  private static final int POSITION = -250;

  private static final String DISABLED = "auth.disable_auth";
  private static final String ENABLED = "keystile.enabled";

  private ConfigurationFile() {}

  /**
   * @param named what {@code KEYSTILE_CONFIG} says, or null
   * @throws CommandException when a file is there, or named, and cannot be read
   */
  static Optional<PropertySource> find(@Nullable String named) {
    if (named != null && !named.isBlank()) {
      return Optional.of(read(Path.of(named)));
    }
    return Files.exists(DEFAULT) ? Optional.of(read(DEFAULT)) : Optional.empty();
  }

  private static PropertySource read(Path file) {
    String path = file.toAbsolutePath().normalize().toString();
    try {
      InputStream input = new ByteArrayInputStream(Files.readAllBytes(file));
      Map<String, Object> values = new YamlPropertySourceLoader().read(path, input);
      return PropertySource.of(
          path, withOlderName(values), PropertySource.Origin.of(path), POSITION);
    } catch (CommandException e) {
      throw e;
    } catch (NoSuchFileException e) {
      throw unreadable(path, "it does not exist");
    } catch (IOException e) {
      throw unreadable(path, e.getClass().getSimpleName());
    } catch (RuntimeException e) {
      throw unreadable(path, "it is not YAML: " + FirstLine.of(e));
    }
  }

  private static Map<String, Object> withOlderName(Map<String, Object> values) {
    Object disabled = values.get(DISABLED);
    if (disabled == null || values.containsKey(ENABLED)) {
      return values;
    }
    Map<String, Object> all = new HashMap<>(values);
    all.put(ENABLED, !OlderNames.isTrue(DISABLED, String.valueOf(disabled)));
    return all;
  }

  private static CommandException unreadable(String path, String why) {
    return new CommandException(
        ExitCode.USAGE, "The configuration file " + path + " cannot be read: " + FirstLine.of(why));
  }
}
