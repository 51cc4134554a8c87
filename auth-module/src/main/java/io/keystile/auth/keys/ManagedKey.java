package io.keystile.auth.keys;

import io.keystile.auth.ApiKeyId;
import io.keystile.auth.KeyStatus;
import io.keystile.auth.Scopes;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A key as its administrator sees it: everything but the secret.
 *
 * @param id the key's id
 * @param name the name a person gave it
 * @param description what it is for, or null
 * @param hint enough of the key for its holder to recognise it
 * @param scopes what it may do
 * @param enabled whether it may be used
 * @param imported whether it was made elsewhere and brought in
 * @param createdAt when it was made or brought in
 * @param notBefore from when it is valid, or null for at once
 * @param expiresAt from when it is no longer valid, or null for never
 * @param version counts its changes
 * @since 0.1
 */
public record ManagedKey(
    ApiKeyId id,
    String name,
    @Nullable String description,
    String hint,
    Scopes scopes,
    boolean enabled,
    boolean imported,
    Instant createdAt,
    @Nullable Instant notBefore,
    @Nullable Instant expiresAt,
    long version) {

  /** What the key is worth at the instant. */
  public KeyStatus statusAt(Instant now) {
    if (!enabled) {
      return KeyStatus.DISABLED;
    }
    if (notBefore != null && now.isBefore(notBefore)) {
      return KeyStatus.NOT_YET_VALID;
    }
    return expiresAt == null || now.isBefore(expiresAt) ? KeyStatus.ACTIVE : KeyStatus.EXPIRED;
  }
}
