package io.keystile.bridge.upstream;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * The key the bridge shows to the server: it goes up in one header and never anywhere else. It has
 * no equality, and its text does not show in {@link #toString()}.
 */
final class ProviderKey {

  /** Below this length a key such as {@code none} would be found in innocent answers. */
  private static final int SHORTEST_SECRET = 16;

  private final @Nullable String text;

  private ProviderKey(@Nullable String text) {
    this.text = text;
  }

  /** For servers that ask for none. */
  static ProviderKey none() {
    return new ProviderKey(null);
  }

  /** The key, which must be visible ASCII; spaces around it are dropped. */
  static ProviderKey of(String text) {
    String stripped = text.strip();
    if (stripped.isEmpty() || !stripped.chars().allMatch(c -> c > ' ' && c < 0x7f)) {
      throw new IllegalArgumentException("a key consists of visible ASCII characters");
    }
    return new ProviderKey(stripped);
  }

  /** The value of the {@code Authorization} header, or null without a key. */
  @Nullable String authorization() {
    return text == null ? null : "Bearer " + text;
  }

  /** What must not come down, or null where there is nothing to keep secret. */
  byte @Nullable [] secret() {
    return text == null || text.length() < SHORTEST_SECRET
        ? null
        : text.getBytes(StandardCharsets.US_ASCII);
  }

  @Override
  public String toString() {
    return text == null ? "ProviderKey[none]" : "ProviderKey[****]";
  }
}
