package io.keystile.auth.verify;

import io.keystile.auth.keys.EnvironmentKeys;
import io.keystile.auth.secret.KeyDigest;
import io.keystile.auth.secret.KeyHasher;
import io.keystile.auth.secret.KeySecret;
import io.keystile.auth.store.ChangeFeed;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.function.Supplier;

/**
 * Keeps a flood of unknown keys, each another one, from the store: after many look-ups that found
 * nothing it has the digests of all keys read into memory. They are believed only while changes by
 * other processes come in as fast as promised. Safe for several threads; never blocks on the store.
 */
@Singleton
final class UnknownKeys {

  /** So many look-ups within ten seconds that find nothing are a flood. */
  static final int FLOOD = 1_000;

  private static final long WINDOW = Duration.ofSeconds(10).toMillis();
  private static final Duration PROMISE = Duration.ofSeconds(1);

  private final PresentKeys present;
  private final EnvironmentKeys environment;
  private final KeyHasher hasher;
  private final Supplier<Duration> changesAge;
  private final boolean wanted;
  private long windowStart;
  private int misses;

  @Inject
  UnknownKeys(
      PresentKeys present,
      EnvironmentKeys environment,
      KeyHasher hasher,
      ChangeFeed feed,
      CacheConfiguration configuration) {
    this(present, environment, hasher, feed::age, configuration);
  }

  UnknownKeys(
      PresentKeys present,
      EnvironmentKeys environment,
      KeyHasher hasher,
      Supplier<Duration> changesAge,
      CacheConfiguration configuration) {
    this.present = present;
    this.environment = environment;
    this.hasher = hasher;
    this.changesAge = changesAge;
    this.wanted = configuration.unknownSize() > 0 && !configuration.unknownMaxAge().isZero();
  }

  /**
   * Whether it is certain that no such key exists; else the store has to be asked.
   *
   * @param digest that of the secret
   * @param now in milliseconds since the epoch
   */
  boolean isUnknown(KeyDigest digest, KeySecret secret, long now) {
    if (!present.isAbsent(digest, now)
        || changesAge.get().compareTo(PROMISE) > 0
        || environment.contains(digest)) {
      return false;
    }
    for (KeyDigest older : hasher.olderDigests(secret)) {
      if (!present.isAbsent(older, now)) {
        return false;
      }
    }
    return true;
  }

  /** To be told of each look-up that found nothing. */
  synchronized void missed(long now) {
    if (now < windowStart || now - windowStart >= WINDOW) {
      windowStart = now;
      misses = 0;
    }
    if (++misses >= FLOOD && wanted) {
      misses = 0;
      present.read();
    }
  }
}
