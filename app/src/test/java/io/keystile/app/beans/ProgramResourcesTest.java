package io.keystile.app.beans;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProgramResourcesTest {

  private final ProgramResources resources =
      new ProgramResources(ProgramResourcesTest.class.getClassLoader());

  @ParameterizedTest
  @ValueSource(strings = {"absent.properties", "classpath:absent.properties", "absent", "a/b.c"})
  void findNothingThatIsNotThere(String path) {
    assertEquals(Optional.empty(), resources.getResourceAsStream(path));
  }

  @ParameterizedTest
  @ValueSource(strings = {"META-INF", "io/keystile", "classpath:io"})
  void openNoFolder(String path) {
    assertFalse(resources.getResourceAsStream(path).isPresent());
  }

  @ParameterizedTest
  @ValueSource(strings = {"application.properties", "classpath:application.properties"})
  void openTheDefaults(String path) throws IOException {
    assertTrue(text(path).startsWith("# The defaults of the program."));
  }

  @Test
  void openWhatLiesInFolders() throws IOException {
    assertTrue(text("META-INF/services/ch.qos.logback.classic.spi.Configurator").contains("Log"));
  }

  private String text(String path) throws IOException {
    try (InputStream stream = resources.getResourceAsStream(path).orElseThrow()) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
