package io.keystile.auth.store;

import io.keystile.auth.secret.KeyDigest;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/** Writes the log of changes: to be called in the transaction that makes the change. */
@Singleton
public final class ChangeLog {

  /** Stands in the log where it is not a single key that changed; no key has this digest. */
  static final KeyDigest EVERYTHING = everything();

  private static final Duration KEPT = Duration.ofDays(1);

  private final ChangeRepository repository;
  private final Clock clock;

  ChangeLog(ChangeRepository repository, Clock clock) {
    this.repository = repository;
    this.clock = clock;
  }

  /** Notes that the keys under these digests changed, and drops notes that nobody waits for. */
  public void add(Collection<KeyDigest> digests) {
    long now = clock.millis();
    digests.forEach(digest -> repository.add(digest.bytes(), now));
    repository.removeOlder(now - KEPT.toMillis());
  }

  /** Notes that anything may have changed. */
  public void addEverything() {
    add(List.of(EVERYTHING));
  }

  private static KeyDigest everything() {
    byte[] ones = new byte[KeyDigest.LENGTH];
    Arrays.fill(ones, (byte) 0xFF);
    return KeyDigest.of(ones);
  }
}
