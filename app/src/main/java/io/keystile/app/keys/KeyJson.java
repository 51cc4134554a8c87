package io.keystile.app.keys;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.keystile.auth.keys.IssuedKey;
import io.keystile.auth.keys.ManagedKey;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A key as JSON shows it; {@code key} is there only for one that was just made. */
@Serdeable
@JsonInclude(JsonInclude.Include.ALWAYS)
record KeyJson(
    String id,
    String name,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String key,
    @Nullable String description,
    String hint,
    String source,
    String status,
    List<String> scopes,
    String createdAt,
    @Nullable String notBefore,
    @Nullable String expiresAt) {

  static KeyJson of(ManagedKey key, Instant now) {
    return of(key, null, now);
  }

  static KeyJson of(IssuedKey issued, Instant now) {
    return of(issued.key(), issued.secret().exposeText(), now);
  }

  private static KeyJson of(ManagedKey key, @Nullable String secret, Instant now) {
    return new KeyJson(
        key.id().value(),
        key.name(),
        secret,
        key.description(),
        key.hint(),
        key.source().name().toLowerCase(Locale.ROOT),
        key.statusAt(now).text(),
        key.scopes().grants(),
        key.createdAt().toString(),
        text(key.notBefore()),
        text(key.expiresAt()));
  }

  /** Never the secret. */
  @Override
  public String toString() {
    return "KeyJson[" + id + "]";
  }

  private static @Nullable String text(@Nullable Instant instant) {
    return instant == null ? null : instant.toString();
  }
}
