package io.keystile.auth.keys;

import io.keystile.auth.ApiKeyId;
import io.keystile.auth.KeyStatus;
import io.keystile.auth.Scopes;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A key as its administrator sees it: everything but the secret.
 *
 * @param id the key's id
 * @param hint enough of the key for its holder to recognise it
 * @param source where it comes from
 * @param settings what was chosen for it
 * @param enabled whether it may be used
 * @param ownerEnabled whether its owner, if it has one, is switched on
 * @param imported whether it was made elsewhere and brought in
 * @param createdAt when it was made or brought in
 * @param generation counts its secrets: 1, and one more for each rotation
 * @param previous the secret before the last rotation, or null
 * @param version counts its changes
 * @param exhaustedUntil when the last used-up quota begins anew, as far as use was written down, or
 *     null when none is used up
 * @since 0.1
 */
public record ManagedKey(
    ApiKeyId id,
    String hint,
    Source source,
    KeySettings settings,
    boolean enabled,
    boolean ownerEnabled,
    boolean imported,
    Instant createdAt,
    int generation,
    @Nullable PreviousSecret previous,
    long version,
    @Nullable Instant exhaustedUntil) {

  /** Where a key comes from. */
  public enum Source {
    /** The store; it can be changed. */
    DATABASE,
    /** The environment; it can be changed only there. */
    ENVIRONMENT
  }

  /**
   * A secret that was replaced.
   *
   * @param hint enough of it for its holder to recognise it
   * @param endsAt when it ends, or ended
   */
  public record PreviousSecret(String hint, Instant endsAt) {}

  static ManagedKey fromEnvironment(
      ApiKeyId id, String name, String hint, Scopes scopes, Instant now) {
    KeySettings settings = KeySettings.named(name).withScopes(scopes);
    return new ManagedKey(
        id, hint, Source.ENVIRONMENT, settings, true, true, true, now, 1, null, 1, null);
  }

  /** The name a person gave it. */
  public String name() {
    return settings.name();
  }

  /** What it is for, or null. */
  public @Nullable String description() {
    return settings.description();
  }

  /** What was granted to it; its owner may keep it from some of that. */
  public Scopes scopes() {
    return Objects.requireNonNullElse(settings.scopes(), Scopes.NONE);
  }

  /** From when it is valid, or null for at once. */
  public @Nullable Instant notBefore() {
    return settings.notBefore();
  }

  /** From when it is no longer valid, or null for never. */
  public @Nullable Instant expiresAt() {
    return settings.expiresAt();
  }

  ManagedKey exhaustedUntil(Instant instant) {
    return new ManagedKey(
        id,
        hint,
        source,
        settings,
        enabled,
        ownerEnabled,
        imported,
        createdAt,
        generation,
        previous,
        version,
        instant);
  }

  /** What the key is worth at the instant; of quotas it knows what was written down. */
  public KeyStatus statusAt(Instant now) {
    if (!enabled || !ownerEnabled) {
      return KeyStatus.DISABLED;
    }
    Instant start = notBefore();
    if (start != null && now.isBefore(start)) {
      return KeyStatus.NOT_YET_VALID;
    }
    Instant end = expiresAt();
    if (end != null && !now.isBefore(end)) {
      return KeyStatus.EXPIRED;
    }
    return exhaustedUntil != null && now.isBefore(exhaustedUntil)
        ? KeyStatus.EXHAUSTED
        : KeyStatus.ACTIVE;
  }
}
