package io.keystile.auth;

import java.util.regex.Pattern;

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

  private static final Pattern VALID = Pattern.compile("key_[0-9A-Za-z_-]{1,60}");

  /**
   * @throws IllegalArgumentException when the text is not an id
   */
  public ApiKeyId {
    if (!VALID.matcher(value).matches()) {
      throw new IllegalArgumentException(
          "A key id is key_ and 1 to 60 letters, digits, '-' or '_'; look it up with: keys list");
    }
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
