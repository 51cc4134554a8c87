package io.keystile.auth.keys;

import io.keystile.auth.Scopes;
import io.keystile.auth.secret.KeyHasher;
import io.keystile.auth.secret.KeySecret;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;

/** Values to rows. */
@Singleton
final class KeyRows {

  private final KeyDefaults defaults;
  private final KeyHasher hasher;
  private final KeyJson json;
  private final KeyIds ids;
  private final Clock clock;

  KeyRows(KeyDefaults defaults, KeyHasher hasher, KeyJson json, KeyIds ids, Clock clock) {
    this.defaults = defaults;
    this.hasher = hasher;
    this.json = json;
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * A new row, with the defaults for what was left open.
   *
   * @throws IllegalArgumentException when it would live longer than an operator allows
   * @throws AccountNotFoundException when there is no such owner
   */
  KeyRow create(KeySettings wanted, KeySecret secret, String hint, boolean imported) {
    long now = clock.millis();
    KeySettings settings = defaults.complete(wanted, Instant.ofEpochMilli(now));
    KeyRow blank =
        new KeyRow(
            ids.next(),
            settings.name(),
            null,
            hint,
            hasher.digest(secret),
            hasher.pepperId(),
            "",
            true,
            imported,
            now,
            null,
            null,
            1,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            1,
            null,
            null,
            null);
    return change(blank, settings);
  }

  /** The row with other settings. */
  KeyRow change(KeyRow row, KeySettings settings) {
    return new KeyRow(
        row.id(),
        settings.name(),
        settings.description(),
        row.hint(),
        row.digest(),
        row.pepperId(),
        Objects.requireNonNullElse(settings.scopes(), Scopes.NONE).toString(),
        row.enabled(),
        row.imported(),
        row.createdAt(),
        KeyColumns.millis(settings.notBefore()),
        KeyColumns.millis(settings.expiresAt()),
        row.version(),
        settings.owner(),
        json.writeTexts(settings.windows()),
        json.write(settings.allow()),
        json.write(settings.deny()),
        json.write(settings.limits().rateTexts()),
        json.write(settings.limits().quotaTexts()),
        json.write(settings.metadata()),
        row.generation(),
        row.previousDigest(),
        row.previousHint(),
        row.previousEndsAt());
  }

  /**
   * The row with another secret; the present one is kept as the previous, to end at the instant.
   */
  KeyRow rotate(KeyRow row, KeySecret secret, String hint, long previousEndsAt) {
    return new KeyRow(
        row.id(),
        row.name(),
        row.description(),
        hint,
        hasher.digest(secret),
        hasher.pepperId(),
        row.scopes(),
        row.enabled(),
        false,
        row.createdAt(),
        row.notBefore(),
        row.expiresAt(),
        row.version(),
        row.owner(),
        row.windows(),
        row.allowList(),
        row.denyList(),
        row.rateLimits(),
        row.quotas(),
        row.metadata(),
        row.generation() + 1,
        row.digest(),
        row.hint(),
        previousEndsAt);
  }
}
