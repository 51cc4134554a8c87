package io.keystile.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import picocli.CommandLine.Command;

class SubcommandsTest {

  private final List<String> made = new ArrayList<>();
  private final Subcommands commands =
      new Subcommands()
          .add("one", () -> make("one", new One()))
          .addGroup("two", rest -> make("two " + rest, new Two()));

  @ParameterizedTest
  @ValueSource(strings = {"", "three", "--help", "--help one", "on"})
  void makesAllOfThemWhereNoneIsNamedFirst(String line) {
    CommandLine all = commands.below(new Above(), List.of(line.split(" ")));
    assertEquals(List.of("one", "two"), List.copyOf(all.getSubcommands().keySet()));
    assertEquals(List.of("one", "two []"), made);
  }

  @Test
  void makesTheNamedOneOnlyAndTellsItTheRest() {
    CommandLine some = commands.below(new Above(), List.of("two", "deep", "--down"));
    assertEquals(List.of("two"), List.copyOf(some.getSubcommands().keySet()));
    assertEquals(List.of("two [deep, --down]"), made);
  }

  private Object make(String what, Object command) {
    made.add(what);
    return command;
  }

  @Command(name = "above")
  private static final class Above {}

  @Command(name = "one")
  private static final class One {}

  @Command(name = "two")
  private static final class Two {}
}
