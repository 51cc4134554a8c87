package io.keystile.auth.secret;

import jakarta.inject.Singleton;
import java.security.SecureRandom;

/** Makes new keys from the platform's secure random source. Safe for several threads. */
@Singleton
public final class KeyGenerator {

  private final SecureRandom random = new SecureRandom();

  KeyGenerator() {}

  /**
   * A new key under the prefix.
   *
   * @throws IllegalArgumentException when keys cannot be generated under the prefix
   */
  public KeySecret generate(String prefix) {
    StringBuilder text = new StringBuilder(KeyFormat.requirePrefix(prefix));
    for (int i = 0; i < KeyFormat.RANDOM_LENGTH; i++) {
      text.append(KeyFormat.ALPHABET.charAt(random.nextInt(KeyFormat.ALPHABET.length())));
    }
    return KeySecret.of(text.append(KeyFormat.checksum(text.toString())).toString());
  }
}
