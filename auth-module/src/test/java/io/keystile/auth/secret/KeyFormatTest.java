package io.keystile.auth.secret;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KeyFormatTest {

  private static final String KEY = "ks_ABCDEFGHIJKLMNOPQRSTUVWXYZ0BP1kl";

  @Test
  void refusesEverySingleCharacterThatWasChanged() {
    for (int at = 0; at < KEY.length(); at++) {
      for (char c = ' '; c <= '~'; c++) {
        if (c != KEY.charAt(at)) {
          String changed = KEY.substring(0, at) + c + KEY.substring(at + 1);
          assertFalse(KeyFormat.isGenerated(changed, "ks_"), changed);
        }
      }
    }
  }

  @Test
  void refusesCharactersThatSwappedPlaces() {
    for (int at = 3; at < KEY.length() - 1; at++) {
      String swapped =
          KEY.substring(0, at) + KEY.charAt(at + 1) + KEY.charAt(at) + KEY.substring(at + 2);
      assertEquals(swapped.equals(KEY), KeyFormat.isGenerated(swapped, "ks_"), swapped);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"sk-", "k", "ks_A", "KS_", ""})
  void refusesAKeyUnderAnotherPrefix(String prefix) {
    assertFalse(KeyFormat.isGenerated(KEY, prefix));
  }

  @Test
  void refusesAKeyThatIsCutOrLonger() {
    assertFalse(KeyFormat.isGenerated(KEY.substring(0, KEY.length() - 1), "ks_"));
    assertFalse(KeyFormat.isGenerated(KEY + "0", "ks_"));
    assertFalse(KeyFormat.isGenerated(" " + KEY, "ks_"));
    assertFalse(KeyFormat.isGenerated("", "ks_"));
  }

  @Test
  void refusesTheFullWidthFormsOfItsLetters() {
    String wide = KEY.replace('A', '\uFF21');
    assertFalse(KeyFormat.isGenerated(wide, "ks_"));
    assertFalse(KeyFormat.isPossible(wide));
  }

  @Test
  void takesAGeneratedKey() {
    assertTrue(KeyFormat.isGenerated(KEY, "ks_"));
    assertTrue(KeyFormat.isPossible(KEY));
  }

  @ParameterizedTest
  @CsvSource({
    "'', 000000",
    "123456789, 3jZRME",
    "ks_00000000000000000000000000, 2Bkkbn",
    "intense-abcdefghijklmnopqrstuvwxyz, 19wNN5"
  })
  void hasTheChecksumOfTheContract(String text, String checksum) {
    assertEquals(checksum, KeyFormat.checksum(text));
  }

  @ParameterizedTest
  @CsvSource({"0, false", "16, false", "17, true", "512, true", "513, false"})
  void bindsTheLength(int length, boolean possible) {
    assertEquals(possible, KeyFormat.isPossible("x".repeat(length)));
  }

  @ParameterizedTest
  @ValueSource(
      chars = {' ', '\t', '\n', '\r', '\0', '\u007F', '\u0080', '\u00A0', 'ä', '\u2028', '\uD83D'})
  void refusesWhatIsNotVisibleAscii(char c) {
    assertFalse(KeyFormat.isPossible("x".repeat(20) + c));
    assertFalse(KeyFormat.isPossible(c + "x".repeat(20)));
  }

  @Test
  void takesEveryVisibleAsciiCharacter() {
    StringBuilder all = new StringBuilder();
    for (char c = '!'; c <= '~'; c++) {
      all.append(c);
    }
    assertTrue(KeyFormat.isPossible(all.toString()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "1ks", "_ks", "-ks", "ks ", "k s", "ks:", "ks.", "kä", "ks\n", "%", "ks*"})
  void refusesAPrefixOfAnotherShape(String prefix) {
    assertThrows(IllegalArgumentException.class, () -> KeyFormat.requirePrefix(prefix));
  }

  @Test
  void bindsTheLengthOfAPrefix() {
    assertEquals("a".repeat(31), KeyFormat.requirePrefix("a".repeat(31)));
    assertThrows(IllegalArgumentException.class, () -> KeyFormat.requirePrefix("a".repeat(32)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"ks_", "sk-", "intense-", "K", "a1_b-"})
  void takesAPrefixOfTheShape(String prefix) {
    assertEquals(prefix, KeyFormat.requirePrefix(prefix));
  }
}
