package io.keystile.app.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandLineIT {

  @TempDir private Path folder;

  @Test
  void runsWhatWasBuilt() throws Exception {
    Path link =
        Files.createSymbolicLink(folder.resolve("ks"), Path.of("keystile").toAbsolutePath());
    // Making the cache takes a while and a line; the run from outside has it made.
    Map<String, String> settings =
        Map.of("JAVA_HOME", System.getProperty("java.home"), "KEYSTILE_CLASS_CACHE", "off");
    try (Child child =
        Child.start(
            folder, settings, List.of(link.toString(), "keys", "create", "--json", "--name=Zoë"))) {
      assertEquals(0, child.awaitEnd(), child.err().toString());
      assertEquals(1, child.out().size());
      assertTrue(child.out().get(0).contains("\"name\":\"Zoë\""), child.out().get(0));
      assertEquals(List.of(), child.err());
    }
    assertTrue(Files.exists(folder.resolve("data/keystile.db")));
  }

  @Test
  void refusesAKeyThatWouldLiveTooLong() throws Exception {
    Map<String, String> settings = Map.of("KEYSTILE_KEYS_MAX_LIFETIME", "30d");
    try (Child child =
        Child.start(folder, settings, "keys", "create", "--name", "a", "--expires", "31d")) {
      assertEquals(2, child.awaitEnd());
      assertEquals(1, child.err().size(), child.err().toString());
      assertTrue(child.err().get(0).contains("expiresAt must not be after"), child.err().get(0));
    }
  }
}
