package io.keystile.auth.secret;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import java.util.zip.CRC32;

/**
 * The text format of keys. A generated key is a prefix, 26 random characters of {@code [0-9A-Za-z]}
 * (about 155 bits) and 6 characters of CRC-32 over everything before them. An imported key is any
 * visible ASCII text of 17 to 512 characters.
 *
 * @since 0.1
 */
public final class KeyFormat {

  /** The fewest characters a key may have. */
  public static final int MIN_LENGTH = 17;

  /** The most characters a key may have. */
  public static final int MAX_LENGTH = 512;

  static final int RANDOM_LENGTH = 26;
  static final String ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

  private static final int CHECKSUM_LENGTH = 6;
  private static final int BODY_LENGTH = RANDOM_LENGTH + CHECKSUM_LENGTH;
  private static final Pattern PREFIX = Pattern.compile("[A-Za-z][A-Za-z0-9_-]{0,30}");

  private KeyFormat() {}

  /** Whether the text can be a key at all: length and alphabet. */
  public static boolean isPossible(String text) {
    int length = text.length();
    if (length < MIN_LENGTH || length > MAX_LENGTH) {
      return false;
    }
    for (int i = 0; i < length; i++) {
      char c = text.charAt(i);
      if (c <= ' ' || c > '~') {
        return false;
      }
    }
    return true;
  }

  /** Whether the text is a key that was generated under the prefix: length, alphabet, checksum. */
  public static boolean isGenerated(String text, String prefix) {
    if (text.length() != prefix.length() + BODY_LENGTH || !text.startsWith(prefix)) {
      return false;
    }
    for (int i = prefix.length(); i < text.length(); i++) {
      if (!isBase62(text.charAt(i))) {
        return false;
      }
    }
    int end = text.length() - CHECKSUM_LENGTH;
    return text.startsWith(checksum(text.substring(0, end)), end);
  }

  /**
   * Returns the prefix unchanged.
   *
   * @throws IllegalArgumentException when keys cannot be generated under it
   */
  public static String requirePrefix(String prefix) {
    if (!PREFIX.matcher(prefix).matches()) {
      throw new IllegalArgumentException(
          "A key prefix is a letter and up to 30 letters, digits, '-' or '_' (ks_, sk-)");
    }
    return prefix;
  }

  static String checksum(String text) {
    CRC32 crc = new CRC32();
    crc.update(text.getBytes(StandardCharsets.UTF_8));
    char[] digits = new char[CHECKSUM_LENGTH];
    long rest = crc.getValue();
    for (int i = CHECKSUM_LENGTH - 1; i >= 0; i--) {
      digits[i] = ALPHABET.charAt((int) (rest % ALPHABET.length()));
      rest /= ALPHABET.length();
    }
    return new String(digits);
  }

  private static boolean isBase62(char c) {
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
  }
}
