package io.keystile.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalEnvironmentTest {

  @TempDir private Path folder;

  @Test
  void needsNoFile() {
    assertEquals(Map.of(), LocalEnvironment.read(folder.resolve(".env.local")));
  }

  @Test
  void namesTheLineThatCannotBeReadWithoutRepeatingIt() throws IOException {
    Path file = file("A=1\n\nsomething secret\n");
    CommandException refused =
        assertThrows(CommandException.class, () -> LocalEnvironment.read(file));
    String message = String.valueOf(refused.getMessage());
    assertTrue(message.contains("line 3"), message);
    assertFalse(message.contains("secret"), message);
  }

  @Test
  void readsAssignments() throws IOException {
    Path file = file("# a comment\n\nA=1\nexport B = 'two words'\r\n C=\"#3\"\nD=a=b\nE=\nF='\n");
    assertEquals(
        Map.of("A", "1", "B", "two words", "C", "#3", "D", "a=b", "E", "", "F", "'"),
        LocalEnvironment.read(file));
  }

  private Path file(String text) throws IOException {
    return Files.writeString(folder.resolve(".env.local"), text);
  }
}
