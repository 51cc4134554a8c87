package io.keystile.auth.secret;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.keystile.auth.TestStore;
import io.keystile.auth.keys.IssuedKey;
import java.io.Serializable;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeySecretTest {

  private static final String ALPHABET =
      "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

  @TempDir Path folder;
  private final KeyGenerator generator = new KeyGenerator();

  @Test
  void neverPrintsItself() {
    KeySecret secret = KeySecret.of("ks_this-is-the-secret");
    assertFalse(secret.toString().contains("secret-"));
    assertFalse((secret + "").contains("this-is"));
    assertFalse(String.format("%s", secret).contains("this-is"));
    assertFalse(Serializable.class.isAssignableFrom(KeySecret.class));
    assertEquals("KeySecret[hidden]", secret.toString());
  }

  @Test
  void isNotPrintedByTheKeyThatHoldsIt() {
    try (TestStore store = TestStore.open(folder.resolve("keys.db"))) {
      IssuedKey key = store.issue("first");
      assertFalse(key.toString().contains(key.secret().exposeText()));
    }
  }

  @Test
  void isNotComparedByAccident() {
    assertNotEquals(KeySecret.of("the same text"), KeySecret.of("the same text"));
  }

  @Test
  void refusesToGenerateUnderAnImpossiblePrefix() {
    assertThrows(IllegalArgumentException.class, () -> generator.generate("1"));
  }

  @Test
  void generatesKeysOfTheFormatThatNeverRepeat() {
    Set<String> texts = new HashSet<>();
    for (int i = 0; i < 5_000; i++) {
      String text = generator.generate("sk-").exposeText();
      assertTrue(KeyFormat.isGenerated(text, "sk-"), text);
      assertTrue(texts.add(text));
    }
  }

  /** 80,000 draws of 62 characters: 1290 each, and 200 is more than five standard deviations. */
  @Test
  void drawsEveryCharacterAboutAsOften() {
    Map<Character, Integer> seen = new HashMap<>();
    for (int i = 0; i < 80_000 / 26 + 1; i++) {
      String text = generator.generate("k").exposeText().substring(1, 27);
      text.chars().forEach(c -> seen.merge((char) c, 1, Integer::sum));
    }
    for (int i = 0; i < ALPHABET.length(); i++) {
      char c = ALPHABET.charAt(i);
      int count = seen.getOrDefault(c, 0);
      assertTrue(count > 1090 && count < 1490, c + ": " + count);
    }
    assertEquals(ALPHABET.length(), seen.size());
  }

  @Test
  void hintsAtAKeyByItsLastFourCharacters() {
    String text = "abcdefghijklmnopqrstuvwxyz012345";
    assertEquals("ks_…2345", KeyHint.ofGenerated(KeySecret.of("ks_" + text), "ks_"));
    assertEquals("…2345", KeyHint.ofImported(KeySecret.of(text)));
  }

  @Test
  void hintsAtNothingOfAShortImportedKey() {
    assertEquals("…", KeyHint.ofImported(KeySecret.of("a".repeat(31))));
    assertEquals("…aaaa", KeyHint.ofImported(KeySecret.of("a".repeat(32))));
  }
}
