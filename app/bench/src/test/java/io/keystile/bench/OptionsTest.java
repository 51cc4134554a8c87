package io.keystile.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.keystile.bench.suite.Suite;
import io.keystile.bench.suite.Suites;
import java.util.List;
import org.junit.jupiter.api.Test;

class OptionsTest {

  @Test
  void whatIsNotKnownIsRefused() {
    assertRefused("--fast");
    assertRefused("--only");
    assertRefused("--only", "guard,nothing");
    assertRefused("--rounds", "0");
    assertRefused("--rounds", "many");
  }

  @Test
  void everythingIsRunUnlessToldOtherwise() {
    assertEquals(Suites.ALL, Options.parse(List.of()).suites());
  }

  @Test
  void shortRunHasOnlyQuickSuites() {
    List<Suite> suites = Options.parse(List.of("--quick")).suites();
    assertTrue(suites.stream().allMatch(Suite::isQuick) && !suites.isEmpty());
  }

  @Test
  void shortRunIsShorterUnlessToldOtherwise() {
    Options whole = Options.parse(List.of());
    Options quick = Options.parse(List.of("--quick"));
    assertTrue(quick.rounds() < whole.rounds() && quick.rounds() >= 3);
    assertTrue(quick.warmUp().compareTo(whole.warmUp()) < 0);
    assertEquals(9, Options.parse(List.of("--rounds", "9", "--quick")).rounds());
  }

  @Test
  void suitesAreChosenByName() {
    List<Suite> suites = Options.parse(List.of("--only", "guard,cold")).suites();
    assertEquals(List.of("guard", "cold"), suites.stream().map(Suite::name).toList());
  }

  private static void assertRefused(String... arguments) {
    assertThrows(IllegalArgumentException.class, () -> Options.parse(List.of(arguments)));
  }
}
