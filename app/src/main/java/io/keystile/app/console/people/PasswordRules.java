package io.keystile.app.console.people;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Which passwords may be chosen: long ones that are not the first to be guessed. */
@Singleton
public final class PasswordRules {

  /** The fewest characters. */
  public static final int SHORTEST = 12;

  static final int LONGEST = 256;

  private static final String AROUND = "^[^\\p{L}]+|[^\\p{L}]+$";
  private static final int FEWEST_DIFFERENT = 5;
  private static final String RUNS =
      "abcdefghijklmnopqrstuvwxyz 01234567890123456789 98765432109876543210"
          + " qwertyuiopasdfghjklzxcvbnm qwertzuiopasdfghjklyxcvbnm azertyuiopqsdfghjklmwxcvbn"
          + " 1qaz2wsx3edc4rfv5tgb6yhn7ujm";

  /** Read when the first password is chosen. */
  private static final class Common {
    static final Set<String> WORDS = read();
  }

  /** What speaks against the password of this user, or null. */
  public @Nullable String objection(String user, String password) {
    int length = password.codePointCount(0, password.length());
    if (length < SHORTEST) {
      return "Use at least " + SHORTEST + " characters.";
    }
    if (password.length() > LONGEST) {
      return "Use at most " + LONGEST + " characters.";
    }
    if (password.chars().distinct().count() < FEWEST_DIFFERENT || isCommon(user, password)) {
      return "This is among the first that would be guessed. Take several words that do not belong"
          + " together.";
    }
    return null;
  }

  private static boolean isCommon(String user, String password) {
    String text = password.toLowerCase(Locale.ROOT);
    String letters = text.replaceAll("[^\\p{L}]", "");
    return RUNS.contains(text)
        || Common.WORDS.contains(text)
        || Common.WORDS.contains(letters)
        || Common.WORDS.contains(unmasked(text))
        || isRepeated(text)
        || isJust(user.toLowerCase(Locale.ROOT), letters);
  }

  // A word and some digits, or the word twice, are no more than the word.
  private static boolean isJust(String user, String letters) {
    String name = user.replaceAll("[^\\p{L}]", "");
    return !name.isEmpty() && letters.replace(name, "").isEmpty();
  }

  private static boolean isRepeated(String text) {
    int at = (text + text).indexOf(text, 1);
    return at < text.length() && at <= SHORTEST / 2;
  }

  private static String unmasked(String text) {
    return text.replaceAll(AROUND, "")
        .replace('0', 'o')
        .replace('1', 'i')
        .replace('3', 'e')
        .replace('4', 'a')
        .replace('@', 'a')
        .replace('5', 's')
        .replace('$', 's')
        .replace('7', 't')
        .replaceAll("[^\\p{L}]", "");
  }

  private static Set<String> read() {
    String name = "/keystile/console/common-passwords.txt";
    try (InputStream in = PasswordRules.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("The program lacks " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .collect(Collectors.toUnmodifiableSet());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
