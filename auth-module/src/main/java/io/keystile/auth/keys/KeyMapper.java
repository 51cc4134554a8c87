package io.keystile.auth.keys;

import io.keystile.auth.ApiKey;
import io.keystile.auth.ApiKeyId;
import io.keystile.auth.keys.ManagedKey.PreviousSecret;
import io.keystile.auth.keys.ManagedKey.Source;
import io.keystile.auth.secret.KeyDigest;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Rows to values. */
@Singleton
final class KeyMapper {

  private final KeyJson json;
  private final SharedValues shared;

  KeyMapper(KeyJson json, SharedValues shared) {
    this.json = json;
    this.shared = shared;
  }

  ManagedKey toManaged(KeyRow row, @Nullable AccountRow owner) {
    return new ManagedKey(
        new ApiKeyId(row.id()),
        row.hint(),
        Source.DATABASE,
        settings(row),
        row.enabled(),
        owner == null || owner.enabled(),
        row.imported(),
        Instant.ofEpochMilli(row.createdAt()),
        row.generation(),
        previous(row),
        row.version(),
        null);
  }

  /** The key as the secret with this digest opens it. */
  StoredKey toStored(KeyRow row, @Nullable AccountRow owner, KeyDigest presented) {
    boolean previous = !presented.equals(row.digest());
    ApiKey key =
        new ApiKey(
            new ApiKeyId(row.id()),
            row.name(),
            previous ? Objects.requireNonNullElse(row.previousHint(), "") : row.hint(),
            shared.owner(row.owner()),
            shared.scopes(row, owner),
            json.texts(row.metadata()));
    long secretEnd = secretEnd(row, previous);
    return StoredKey.of(
        key,
        previous ? row.generation() - 1 : row.generation(),
        standing(row, owner, secretEnd),
        Math.min(end(row), secretEnd),
        shared.rules(row));
  }

  private static StoredKey.Standing standing(
      KeyRow row, @Nullable AccountRow owner, long secretEnd) {
    return new StoredKey.Standing(
        row.enabled(), owner == null || owner.enabled(), start(row), secretEnd);
  }

  KeySettings settings(KeyRow row) {
    return new KeySettings(
        row.name(),
        row.description(),
        row.owner(),
        KeyColumns.scopes(row.scopes()),
        KeyColumns.instant(row.notBefore()),
        KeyColumns.instant(row.expiresAt()),
        json.windows(row.windows()),
        json.addresses(row.allowList()),
        json.addresses(row.denyList()),
        json.limits(row.rateLimits(), row.quotas()),
        json.texts(row.metadata()));
  }

  private static @Nullable PreviousSecret previous(KeyRow row) {
    return row.previousDigest() == null || row.previousEndsAt() == null
        ? null
        : new PreviousSecret(
            Objects.requireNonNullElse(row.previousHint(), ""),
            Instant.ofEpochMilli(row.previousEndsAt()));
  }

  private static long start(KeyRow row) {
    return row.notBefore() == null ? Long.MIN_VALUE : row.notBefore();
  }

  private static long end(KeyRow row) {
    return row.expiresAt() == null ? Long.MAX_VALUE : row.expiresAt();
  }

  private static long secretEnd(KeyRow row, boolean previous) {
    return previous && row.previousEndsAt() != null ? row.previousEndsAt() : Long.MAX_VALUE;
  }
}
