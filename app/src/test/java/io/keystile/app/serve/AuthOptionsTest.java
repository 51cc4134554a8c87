package io.keystile.app.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class AuthOptionsTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--auth-max-failed-attempts=many",
        "--auth-brute-force-ttl=15m",
        "--auth-brute-force-multiplier=twice",
        "--allow-open=perhaps"
      })
  void refusesWhatIsNoNumber(String option) {
    assertThrows(CommandLine.ParameterException.class, () -> settings(option));
  }

  @Test
  void refusesBothWaysOfProtection() {
    assertThrows(
        CommandLine.ParameterException.class,
        () -> settings("--enable-brute-force-protection", "--disable-brute-force-protection"));
  }

  @Test
  void setsNothingOfItsOwn() {
    assertEquals(Map.of(), settings());
  }

  @Test
  void switchesAuthenticationOff() {
    assertEquals(
        Map.of("keystile.enabled", false, "keystile.allow-open", true),
        settings("--disable-auth", "--allow-open"));
  }

  @Test
  void switchesTheProtection() {
    assertEquals(
        Map.of("keystile.brute-force.enabled", true), settings("--enable-brute-force-protection"));
    assertEquals(
        Map.of("keystile.brute-force.enabled", false),
        settings("--disable-brute-force-protection"));
  }

  @Test
  void setsTheProtection() {
    assertEquals(
        Map.of(
            "keystile.brute-force.max-failures", "3",
            "keystile.brute-force.window", "60s",
            "keystile.brute-force.initial-block", "10s",
            "keystile.brute-force.multiplier", "1.5",
            "keystile.brute-force.max-block", "600s"),
        settings(
            "--auth-max-failed-attempts=3",
            "--auth-brute-force-ttl=60",
            "--auth-brute-force-initial-block=10",
            "--auth-brute-force-multiplier=1.5",
            "--auth-brute-force-max-block=600"));
  }

  private static Map<String, Object> settings(String... args) {
    AuthOptions options = new AuthOptions();
    new CommandLine(options).parseArgs(args);
    return options.settings();
  }
}
