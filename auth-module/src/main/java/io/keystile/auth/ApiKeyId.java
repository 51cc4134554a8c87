package io.keystile.auth;

/**
 * The public name of a key: {@code key_} and up to 60 letters, digits, {@code -} or {@code _}. It
 * is safe in logs, URLs and metrics; the secret is not.
 *
 * @param value the text, never blank
 * @since 0.1
 */
public record ApiKeyId(String value) implements Comparable<ApiKeyId> {

  /** What every id begins with. */
  public static final String PREFIX = "key_";

  private static final int MAX_LENGTH = PREFIX.length() + 60;

  /**
   * @throws IllegalArgumentException when the text is not an id
   */
  public ApiKeyId {
    if (!isValid(value)) {
      throw new IllegalArgumentException(
          "A key id is key_ and 1 to 60 letters, digits, '-' or '_'; look it up with: keys list");
    }
  }

  private static boolean isValid(String value) {
    int length = value.length();
    if (length <= PREFIX.length() || length > MAX_LENGTH || !value.startsWith(PREFIX)) {
      return false;
    }
    for (int i = PREFIX.length(); i < length; i++) {
      if (!isPart(value.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean isPart(char c) {
    return (c >= '0' && c <= '9')
        || (c >= 'A' && c <= 'Z')
        || (c >= 'a' && c <= 'z')
        || c == '_'
        || c == '-';
  }

  @Override
  public int compareTo(ApiKeyId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
