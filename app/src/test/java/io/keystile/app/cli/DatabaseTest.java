package io.keystile.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.micronaut.context.ApplicationContext;
import io.micronaut.context.env.Environment;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseTest {

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "jdbc:sqlite:", "jdbc:postgresql://host/keys", "jdbc:h2:mem:x"})
  void refusesWhatIsNoFile(String name) {
    CommandException refused = assertThrows(CommandException.class, () -> database(name));
    assertEquals(ExitCode.STORE, refused.exitCode());
  }

  @ParameterizedTest
  @ValueSource(strings = {"keys/a.db", "jdbc:sqlite:keys/a.db", "keys/../keys/a.db"})
  void findsTheFile(String name) {
    assertEquals(Path.of("keys/a.db").toAbsolutePath(), database(name).file());
    assertEquals(Path.of("keys").toAbsolutePath(), database(name).folder());
  }

  @Test
  void liesBelowTheCurrentDirectoryByDefault() {
    try (Environment settings = environment(Map.of())) {
      assertEquals(Path.of("data/keystile.db").toAbsolutePath(), Database.of(settings).file());
    }
  }

  private static Database database(String name) {
    try (Environment settings = environment(Map.of(Database.SETTING, name))) {
      return Database.of(settings);
    }
  }

  private static Environment environment(Map<String, Object> settings) {
    return ApplicationContext.builder()
        .deduceEnvironment(false)
        .properties(settings)
        .build()
        .getEnvironment()
        .start();
  }
}
