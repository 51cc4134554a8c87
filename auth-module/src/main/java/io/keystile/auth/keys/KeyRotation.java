package io.keystile.auth.keys;

import io.keystile.auth.ApiKeyId;
import io.keystile.auth.KeyStatus;
import io.keystile.auth.audit.AuditAction;
import io.keystile.auth.secret.KeyGenerator;
import io.keystile.auth.secret.KeyHint;
import io.keystile.auth.secret.KeySecret;
import io.keystile.auth.settings.Live;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * Gives a key a new secret. It keeps its id, name, limits, use and history; the old secret works on
 * for an overlap, so that its holder can change over in peace. Safe for several threads; blocks.
 *
 * @since 0.1
 */
@Singleton
public final class KeyRotation {

  private final ApiKeys keys;
  private final KeyRepository repository;
  private final KeyRows rows;
  private final KeyCopies copies;
  private final KeyShapes shapes;
  private final KeyChanges changes;
  private final KeyGenerator generator;
  private final Live<KeysConfiguration> configuration;
  private final Clock clock;

  KeyRotation(
      ApiKeys keys,
      KeyRepository repository,
      KeyRows rows,
      KeyCopies copies,
      KeyShapes shapes,
      KeyChanges changes,
      KeyGenerator generator,
      Live<KeysConfiguration> configuration,
      Clock clock) {
    this.keys = keys;
    this.repository = repository;
    this.rows = rows;
    this.copies = copies;
    this.shapes = shapes;
    this.changes = changes;
    this.generator = generator;
    this.configuration = configuration;
    this.clock = clock;
  }

  /** Rotates whatever version there is; see the method with a version. */
  public IssuedKey rotate(ApiKeyId id, Duration overlap) {
    return rotate(id, KeyChanges.ANY_VERSION, overlap);
  }

  /**
   * Gives the key a new secret. Of two rotations at once one wins; the other is told.
   *
   * @param expectedVersion the {@link ManagedKey#version()} that is to be rotated
   * @param overlap how long the old secret works on, never past the key's end; zero ends it at once
   * @return the key and its new secret, which is kept nowhere else
   * @throws KeyNotFoundException when there is none with this id
   * @throws VersionMismatchException when it is not this version
   * @throws ConflictException when the key is disabled, expired, from the environment, or was
   *     changed by somebody else meanwhile
   * @throws IllegalArgumentException when the overlap is negative
   */
  public IssuedKey rotate(ApiKeyId id, long expectedVersion, Duration overlap) {
    if (overlap.isNegative()) {
      throw new IllegalArgumentException("overlap must not be negative");
    }
    ManagedKey seen = keys.getChangeable(id);
    KeyChanges.requireExpected(id, expectedVersion, seen.version());
    requireUsable(seen);
    String prefix = configuration.get().prefix();
    KeySecret secret = generator.generate(prefix);
    String hint = KeyHint.ofGenerated(secret, prefix);
    changes.make(
        "the key " + id,
        () -> {
          changes.require(id, expectedVersion);
          KeyRow old = changes.requireVersion(id, seen.version());
          shapes.rememberGenerated(prefix);
          KeyRow next = rows.rotate(old, secret, hint, end(seen, overlap).toEpochMilli());
          repository.rotate(next);
          copies.replace(next.id(), secret);
          // By all of its digests: the secret before the last one ends here, too.
          return changes.changed(AuditAction.KEY_ROTATE, old);
        });
    return new IssuedKey(keys.get(id), secret);
  }

  private void requireUsable(ManagedKey key) {
    KeyStatus status = key.statusAt(clock.instant());
    if (status == KeyStatus.DISABLED || status == KeyStatus.EXPIRED) {
      throw new ConflictException(
          "The key "
              + key.id()
              + " is "
              + status.text()
              + (status == KeyStatus.DISABLED
                  ? "; enable it before rotating it."
                  : "; give it a later end before rotating it."));
    }
  }

  private Instant end(ManagedKey key, Duration overlap) {
    Instant end = clock.instant().plus(overlap);
    Instant last = key.expiresAt();
    return last != null && last.isBefore(end) ? last : end;
  }
}
