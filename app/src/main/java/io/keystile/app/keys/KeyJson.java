package io.keystile.app.keys;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.keystile.auth.address.AddressEntry;
import io.keystile.auth.keys.AccessWindow;
import io.keystile.auth.keys.KeySettings;
import io.keystile.auth.keys.ManagedKey;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A key as JSON shows it; {@code key} is there only for one that was just made or rotated. */
@Serdeable
@JsonInclude(JsonInclude.Include.ALWAYS)
record KeyJson(
    String id,
    String name,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String key,
    @Nullable String description,
    String hint,
    @Nullable String owner,
    String source,
    String status,
    List<String> scopes,
    String createdAt,
    @Nullable String notBefore,
    @Nullable String expiresAt,
    List<String> windows,
    List<EntryJson> allow,
    List<EntryJson> deny,
    List<String> rateLimits,
    List<String> quotas,
    @Nullable String lastUsedAt,
    @Nullable String lastUsedFrom,
    long requests,
    @Nullable PreviousJson previousSecret,
    Map<String, String> metadata) {

  /** An entry of a list of addresses. */
  @Serdeable
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record EntryJson(String address, boolean enabled, @Nullable String note) {

    static List<EntryJson> of(List<AddressEntry> entries) {
      return entries.stream()
          .map(entry -> new EntryJson(entry.address(), entry.enabled(), entry.note()))
          .toList();
    }
  }

  /** The secret before the last rotation. */
  @Serdeable
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record PreviousJson(
      String hint,
      String endsAt,
      @Nullable String lastUsedAt,
      @Nullable String lastUsedFrom,
      long requests) {

    static @Nullable PreviousJson of(ManagedKey.@Nullable PreviousSecret secret, KeyUsage usage) {
      return secret == null
          ? null
          : new PreviousJson(
              secret.hint(),
              secret.endsAt().toString(),
              text(usage.lastAt()),
              usage.lastFrom(),
              usage.requests());
    }
  }

  static KeyJson of(ManagedKey key, @Nullable String secret, Usages usages, Instant now) {
    KeySettings settings = key.settings();
    KeyUsage usage = usages.of(key);
    return new KeyJson(
        key.id().value(),
        key.name(),
        secret,
        key.description(),
        key.hint(),
        settings.owner(),
        key.source().name().toLowerCase(Locale.ROOT),
        key.statusAt(now).text(),
        key.scopes().grants(),
        key.createdAt().toString(),
        text(key.notBefore()),
        text(key.expiresAt()),
        settings.windows().stream().map(AccessWindow::toString).toList(),
        EntryJson.of(settings.allow()),
        EntryJson.of(settings.deny()),
        settings.limits().rateTexts(),
        settings.limits().quotaTexts(),
        text(usage.lastAt()),
        usage.lastFrom(),
        usage.requests(),
        PreviousJson.of(key.previous(), usages.ofPrevious(key)),
        new TreeMap<>(settings.metadata()));
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
