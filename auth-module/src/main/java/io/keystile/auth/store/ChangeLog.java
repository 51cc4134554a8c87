package io.keystile.auth.store;

import io.keystile.auth.secret.KeyDigest;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.SQLException;
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

  private static final String ADD = "INSERT INTO keystile_change (digest, at) VALUES (?, ?)";
  private static final int BATCH = 1_000;
  private static final Duration KEPT = Duration.ofDays(1);
  // Looking for old notes goes through all of them.
  private static final Duration BETWEEN_LOOKS = Duration.ofHours(1);

  private final JdbcOperations jdbc;
  private final ChangeRepository repository;
  private final Clock clock;
  private volatile long lookedAt = Long.MIN_VALUE / 2;

  ChangeLog(@Named(Store.NAME) JdbcOperations jdbc, ChangeRepository repository, Clock clock) {
    this.jdbc = jdbc;
    this.repository = repository;
    this.clock = clock;
  }

  /** Notes that the keys under these digests changed; now and then drops notes nobody waits for. */
  public void add(Collection<KeyDigest> digests) {
    long now = clock.millis();
    if (!digests.isEmpty()) {
      jdbc.prepareStatement(ADD, statement -> addAll(statement, digests, now));
    }
    if (now - lookedAt >= BETWEEN_LOOKS.toMillis()) {
      repository.removeOlder(now - KEPT.toMillis());
      lookedAt = now;
    }
  }

  /** Notes that anything may have changed. */
  public void addEverything() {
    add(List.of(EVERYTHING));
  }

  private static int addAll(PreparedStatement statement, Collection<KeyDigest> digests, long now)
      throws SQLException {
    int added = 0;
    for (KeyDigest digest : digests) {
      statement.setBytes(1, digest.bytes());
      statement.setLong(2, now);
      statement.addBatch();
      added++;
      if (added % BATCH == 0) {
        statement.executeBatch();
      }
    }
    statement.executeBatch();
    return added;
  }

  private static KeyDigest everything() {
    byte[] ones = new byte[KeyDigest.LENGTH];
    Arrays.fill(ones, (byte) 0xFF);
    return KeyDigest.of(ones);
  }
}
