package io.keystile.app.console.setup;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The code that proves that somebody sees what the server wrote when it started. Works once, within
 * an hour. Kept in memory only. Safe for several threads.
 */
@Singleton
public final class SetupCode {

  /** How long it works. */
  public static final Duration LIFE = Duration.ofHours(1);

  private static final Logger LOG = LoggerFactory.getLogger(SetupCode.class);
  private static final String LETTERS = "23456789abcdefghjkmnpqrstuvwxyz";
  private static final int GROUPS = 5;
  private static final int GROUP = 4;

  private final Clock clock;
  private volatile @Nullable Offer offer;
  private volatile @Nullable Path file;

  SetupCode(Clock clock) {
    this.clock = clock;
  }

  /** A new code; the one before works no more. */
  public String offer() {
    SecureRandom random = new SecureRandom();
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < GROUPS * GROUP; i++) {
      text.append(i > 0 && i % GROUP == 0 ? "-" : "");
      text.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
    }
    offer = new Offer(bytes(text.toString()), clock.instant().plus(LIFE));
    return text.toString();
  }

  /** Whether there is one that works now. */
  boolean isOpen() {
    Offer now = offer;
    return now != null && clock.instant().isBefore(now.until);
  }

  /** Whether this is the one. Blanks, dashes and the case of letters do not count. */
  boolean matches(String typed) {
    Offer now = offer;
    return now != null && isOpen() && MessageDigest.isEqual(now.code, bytes(typed));
  }

  /** Tells where it was written; the file goes when the code was used. */
  public void writtenTo(Path path) {
    file = path;
  }

  /** Lets nobody in with it any more. */
  void close() {
    offer = null;
    Path written = file;
    if (written != null) {
      delete(written);
    }
  }

  private static void delete(Path written) {
    try {
      Files.deleteIfExists(written);
    } catch (IOException e) {
      LOG.warn("{} cannot be deleted; the code in it works no more", written, e);
    }
  }

  private static byte[] bytes(String text) {
    return text.toLowerCase(Locale.ROOT).replaceAll("[\\s-]", "").getBytes(StandardCharsets.UTF_8);
  }

  private static final class Offer {

    private final byte[] code;
    private final Instant until;

    private Offer(byte[] code, Instant until) {
      this.code = code;
      this.until = until;
    }
  }
}
