package io.keystile.app.console.people;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordRulesTest {

  private final PasswordRules rules = new PasswordRules();

  @ParameterizedTest
  @ValueSource(strings = {"", "short", "elevenchars", "üüüüüüüüüüü"})
  void refusesShortOnes(String password) {
    assertEquals("Use at least 12 characters.", rules.objection("ada", password));
  }

  @Test
  void refusesWhatCouldKeepTheServerBusy() {
    assertEquals("Use at most 256 characters.", rules.objection("ada", "ab3 cd-".repeat(40)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "password1234",
        "Password123456!",
        "P@ssw0rd2024!!",
        "123456789012",
        "abcdefghijkl",
        "qwertyuiopas",
        "aaaaaaaaaaaa",
        "abcabcabcabc",
        "correcthorsebatterystaple",
        "adaada123456",
        "1234Ada!5678",
        "letmeinplease",
        "1qaz2wsx3edc",
        "changeme12345"
      })
  void refusesWhatIsGuessedFirst(String password) {
    assertNotNull(rules.objection("ada", password));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "violet tractor seldom hums",
        "kX9#mQ2$vL7!",
        "Zwölf Boxkämpfer jagen",
        "ada likes tea and rain"
      })
  void takesOthers(String password) {
    assertNull(rules.objection("ada", password));
  }
}
