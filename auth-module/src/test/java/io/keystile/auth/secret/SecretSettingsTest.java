package io.keystile.auth.secret;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micronaut.context.ApplicationContext;
import io.micronaut.context.ApplicationContextBuilder;
import io.micronaut.context.exceptions.ConfigurationException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SecretSettingsTest {

  private static final String NAME = "keystile.keys.older-peppers";
  private static final String VALUE = "the-secret-value-that-nobody-may-see";

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "application.yml        | keystile.keys.older-peppers: %s",
        "application.yml        | 'keystile: {keys: {older-peppers: [%s]}}'",
        "application.yaml       | 'keystile: {keys: {olderPeppers: %s}}'",
        "application.properties | keystile.keys.older-peppers=%s",
        "application.properties | keystile.keys.olderPeppers=%s",
        "application.properties | keystile.keys.older-peppers[0]=%s",
        "application.json       | '{\"keystile\":{\"keys\":{\"older-peppers\":\"%s\"}}}'"
      })
  void refusesASecretInAConfigurationFile(String file, String line) throws IOException {
    Path path = folder.resolve(file);
    Files.writeString(path, line.formatted(VALUE));
    ConfigurationException fault =
        assertThrows(
            ConfigurationException.class,
            () ->
                find(ApplicationContext.builder().overrideConfigLocations("file:" + folder + "/")));
    assertTells(fault, "The secret " + NAME + " stands in the configuration file ");
  }

  @Test
  void refusesASecretOnTheCommandLine() {
    ConfigurationException fault =
        assertThrows(
            ConfigurationException.class,
            () -> find(ApplicationContext.builder().args("--" + NAME + "=" + VALUE)));
    assertTells(fault, "The secret " + NAME + " stands on the command line. ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"rw-r--r--", "rw----r--", "rw-r-----", "rw--w----", "rw-----w-"})
  void refusesAFileThatOthersCanReadOrWrite(String mode) throws IOException {
    Path file = secretFile(VALUE, mode);
    ConfigurationException fault = assertThrows(ConfigurationException.class, () -> findIn(file));
    assertTells(
        fault, "The secret file " + file + " can be read by others; run: chmod 600 " + file);
  }

  @Test
  void refusesAFileThatIsMissingOrEmptyOrAFolder() throws IOException {
    assertThrows(ConfigurationException.class, () -> findIn(folder.resolve("missing")));
    Path empty = secretFile("\n", "rw-------");
    assertThrows(ConfigurationException.class, () -> findIn(empty));
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
    assertThrows(ConfigurationException.class, () -> findIn(folder));
  }

  @ParameterizedTest
  @ValueSource(strings = {"rw-------", "r--------"})
  void readsAFileOfItsOwnerOnly(String mode) throws IOException {
    assertEquals(Optional.of(VALUE), findIn(secretFile(VALUE + "\n", mode)));
  }

  @Test
  void readsTheEnvironmentFirst() throws IOException {
    Path file = secretFile("from the file", "rw-------");
    assertEquals(
        Optional.of(VALUE),
        find(
            variables(
                Map.of(
                    "KEYSTILE_KEYS_OLDER_PEPPERS",
                    " " + VALUE + "\n",
                    "KEYSTILE_KEYS_OLDER_PEPPERS_FILE",
                    file.toString()))));
  }

  @Test
  void readsTheFileWhenTheVariableIsBlank() throws IOException {
    Path file = secretFile(VALUE, "rw-------");
    assertEquals(
        Optional.of(VALUE),
        find(
            variables(
                Map.of(
                    "KEYSTILE_KEYS_OLDER_PEPPERS",
                    " ",
                    "KEYSTILE_KEYS_OLDER_PEPPERS_FILE",
                    file.toString()))));
  }

  @Test
  void findsNothingWhereNothingIsSet() {
    assertEquals(Optional.empty(), find(ApplicationContext.builder()));
    assertEquals(Optional.empty(), find(variables(Map.of("KEYSTILE_KEYS_OLDER_PEPPERS_FILE", ""))));
  }

  private Optional<String> findIn(Path file) {
    return find(variables(Map.of("KEYSTILE_KEYS_OLDER_PEPPERS_FILE", file.toString())));
  }

  private static Optional<String> find(ApplicationContextBuilder builder) {
    try (ApplicationContext context = builder.build()) {
      context.getEnvironment().start();
      return new SecretSettings(context.getEnvironment()).find(NAME);
    }
  }

  private static ApplicationContextBuilder variables(Map<String, Object> variables) {
    return ApplicationContext.builder().propertySources(new Variables(variables));
  }

  private static void assertTells(Exception fault, String words) {
    String message = String.valueOf(fault.getMessage());
    assertTrue(message.contains(words), message);
    assertFalse(message.contains(VALUE), message);
  }

  private Path secretFile(String text, String mode) throws IOException {
    Path file = folder.resolve("secret");
    Files.writeString(file, text);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(mode));
    return file;
  }
}
