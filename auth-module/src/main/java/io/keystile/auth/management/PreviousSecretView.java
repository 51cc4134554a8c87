package io.keystile.auth.management;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.keystile.auth.keys.ManagedKey;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The secret before the last rotation.
 *
 * @param hint enough of it for its holder to recognise it
 * @param endsAt when it ends, or ended
 * @param lastUsedAt when it was used last
 * @param lastUsedFrom from which address
 * @param requests how many calls were accepted
 */
@Serdeable
@Schema(name = "PreviousSecret")
// Its successor is an enum, which the compiler of whoever uses this would miss.
@SuppressWarnings("deprecation")
@JsonInclude(JsonInclude.Include.ALWAYS)
public record PreviousSecretView(
    String hint,
    @Schema(format = "date-time") String endsAt,
    @Schema(format = "date-time", required = true) @Nullable String lastUsedAt,
    @Nullable String lastUsedFrom,
    long requests) {

  static @Nullable PreviousSecretView of(
      ManagedKey.@Nullable PreviousSecret secret, KeyUsage usage) {
    return secret == null
        ? null
        : new PreviousSecretView(
            secret.hint(),
            secret.endsAt().toString(),
            Texts.orNull(usage.lastAt()),
            usage.lastFrom(),
            usage.requests());
  }
}
