package io.keystile.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The table of what others do: every number once, with what exists. */
class BehavioursTest {

  private static final Path SOURCES = Path.of("..");
  private static final Pattern ROW =
      Pattern.compile("(?m)^\\| (S\\d-\\d\\d) \\|(.*)\\|(.*)\\|(.*)\\|$");
  private static final Pattern QUOTED = Pattern.compile("`([^`]+)`");

  private final List<MatchResult> rows;

  BehavioursTest() throws IOException {
    this.rows = ROW.matcher(Files.readString(Path.of("README.md"))).results().toList();
  }

  @Test
  void hasEveryNumberOnce() throws IOException {
    List<String> numbers =
        Files.readAllLines(Path.of("src/test/resources/io/keystile/app/behaviours.txt"));
    assertEquals(119, numbers.size());
    assertEquals(numbers, rows.stream().map(row -> row.group(1)).toList());
  }

  @Test
  void leavesNothingEmpty() {
    for (MatchResult row : rows) {
      for (int cell = 2; cell <= 4; cell++) {
        assertFalse(row.group(cell).isBlank(), row.group(1));
      }
    }
  }

  @Test
  void namesTestsThatExist() throws IOException {
    Set<String> tests = tests();
    for (MatchResult row : rows) {
      List<String> named =
          QUOTED.matcher(row.group(4)).results().map(name -> name.group(1)).toList();
      assertFalse(named.isEmpty(), row.group(1));
      named.forEach(name -> assertTrue(tests.contains(name), row.group(1) + ": " + name));
    }
  }

  private static Set<String> tests() throws IOException {
    try (Stream<Path> modules = Files.list(SOURCES)) {
      return modules
          .map(module -> module.resolve("src/test/java"))
          .filter(Files::isDirectory)
          .flatMap(BehavioursTest::classes)
          .collect(Collectors.toSet());
    }
  }

  private static Stream<String> classes(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.matches(".*(Test|IT)\\.java"))
          .map(name -> name.replace(".java", ""))
          .toList()
          .stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
