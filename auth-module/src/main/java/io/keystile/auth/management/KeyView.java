package io.keystile.auth.management;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.keystile.auth.keys.AccessWindow;
import io.keystile.auth.keys.IssuedKey;
import io.keystile.auth.keys.KeySettings;
import io.keystile.auth.keys.ManagedKey;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A key as JSON shows it, over HTTP and on the command line.
 *
 * @param id the key's id
 * @param name the name a person gave it
 * @param key the key itself; only in the answer that makes, rotates or reveals it
 * @param description what it is for
 * @param hint enough of it for its holder to recognise it
 * @param owner the account that owns it
 * @param source where it comes from; a key of the environment can be changed only there
 * @param status what it is worth now
 * @param scopes what was granted to it; its owner may keep it from some of that
 * @param createdAt when it was made
 * @param notBefore from when it is valid
 * @param expiresAt from when it is no longer valid
 * @param windows hours of the week in which it may be used; none means always
 * @param allow addresses it may be used from; none means all
 * @param deny addresses it may not be used from
 * @param rateLimits how often it may be used; none means the defaults
 * @param quotas how much it may be used; none means the defaults
 * @param lastUsedAt when it was used last
 * @param lastUsedFrom from which address
 * @param requests how many calls were accepted
 * @param previousSecret the secret before the last rotation
 * @param metadata what the application stored with it
 */
@Serdeable
@Schema(name = "Key")
// Its successor is an enum, which the compiler of whoever uses this would miss.
@SuppressWarnings("deprecation")
@JsonInclude(JsonInclude.Include.ALWAYS)
public record KeyView(
    String id,
    String name,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String key,
    @Nullable String description,
    String hint,
    @Nullable String owner,
    @Schema(
            type = "string",
            allowableValues = {"database", "environment"})
        String source,
    @Schema(
            type = "string",
            allowableValues = {"active", "disabled", "expired", "not_yet_valid", "exhausted"})
        String status,
    List<String> scopes,
    @Schema(format = "date-time") String createdAt,
    @Schema(format = "date-time", required = true) @Nullable String notBefore,
    @Schema(format = "date-time", required = true) @Nullable String expiresAt,
    List<String> windows,
    List<AddressView> allow,
    List<AddressView> deny,
    List<String> rateLimits,
    List<String> quotas,
    @Schema(format = "date-time", required = true) @Nullable String lastUsedAt,
    @Nullable String lastUsedFrom,
    long requests,
    @Nullable PreviousSecretView previousSecret,
    Map<String, String> metadata) {

  /** A key without its text. */
  public static KeyView of(ManagedKey key, KeyUsages usages, Instant now) {
    return of(key, null, usages, now);
  }

  /** A key that was just made or rotated, with its text. */
  public static KeyView of(IssuedKey issued, KeyUsages usages, Instant now) {
    return of(issued.key(), issued.secret().exposeText(), usages, now);
  }

  private static KeyView of(
      ManagedKey key, @Nullable String secret, KeyUsages usages, Instant now) {
    KeySettings settings = key.settings();
    KeyUsage usage = usages.of(key);
    return new KeyView(
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
        Texts.orNull(key.notBefore()),
        Texts.orNull(key.expiresAt()),
        settings.windows().stream().map(AccessWindow::toString).toList(),
        AddressView.of(settings.allow()),
        AddressView.of(settings.deny()),
        settings.limits().rateTexts(),
        settings.limits().quotaTexts(),
        Texts.orNull(usage.lastAt()),
        usage.lastFrom(),
        usage.requests(),
        PreviousSecretView.of(key.previous(), usages.ofPrevious(key)),
        new TreeMap<>(settings.metadata()));
  }

  /** Never the key's text. */
  @Override
  public String toString() {
    return "KeyView[" + id + "]";
  }
}
