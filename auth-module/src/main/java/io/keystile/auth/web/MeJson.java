package io.keystile.auth.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.keystile.auth.ApiKey;
import io.keystile.auth.KeyStatus;
import io.keystile.auth.LimitState;
import io.keystile.auth.keys.ManagedKey;
import io.keystile.auth.usage.SecretUse;
import io.keystile.auth.usage.UsageCalls;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the holder of a key is told about it. */
@Serdeable
@JsonInclude(JsonInclude.Include.ALWAYS)
record MeJson(
    String id,
    String name,
    String hint,
    @Nullable String owner,
    String status,
    List<String> scopes,
    @Nullable Instant notBefore,
    @Nullable Instant expiresAt,
    List<LimitJson> limits,
    long requests,
    @Nullable Instant lastUsedAt,
    @Nullable String lastUsedFrom,
    DayJson last24Hours) {

  /** One rate limit or quota. */
  @Serdeable
  record LimitJson(String name, long limit, long windowSeconds, long remaining, Instant resetsAt) {

    static LimitJson of(LimitState.Left left, Instant now) {
      return new LimitJson(
          left.name(),
          left.quota(),
          left.windowSeconds(),
          left.remaining(),
          now.truncatedTo(ChronoUnit.SECONDS).plusSeconds(left.resetSeconds()));
    }
  }

  /** What became of the calls of the last 24 hours. */
  @Serdeable
  record DayJson(long accepted, long refused) {}

  /** The anonymous key, and one that was deleted a moment ago, have nothing in the store. */
  static MeJson of(
      ApiKey key,
      @Nullable ManagedKey managed,
      @Nullable LimitState limits,
      List<SecretUse> uses,
      UsageCalls day,
      Instant now) {
    SecretUse last = uses.stream().max(Comparator.comparing(SecretUse::lastAt)).orElse(null);
    List<LimitState.Left> left = limits == null ? List.of() : limits.limits();
    return new MeJson(
        key.id().value(),
        key.name(),
        key.hint(),
        key.owner(),
        status(managed, left, now).text(),
        key.scopes().grants(),
        managed == null ? null : managed.notBefore(),
        managed == null ? null : managed.expiresAt(),
        left.stream().map(limit -> LimitJson.of(limit, now)).toList(),
        uses.stream().mapToLong(SecretUse::requests).sum(),
        last == null ? null : last.lastAt(),
        last == null ? null : last.lastFrom(),
        new DayJson(day.accepted(), day.refusedInAll()));
  }

  private static KeyStatus status(
      @Nullable ManagedKey managed, List<LimitState.Left> left, Instant now) {
    KeyStatus status = managed == null ? KeyStatus.ACTIVE : managed.statusAt(now);
    boolean exhausted = left.stream().anyMatch(limit -> limit.isQuota() && limit.remaining() == 0);
    return status == KeyStatus.ACTIVE && exhausted ? KeyStatus.EXHAUSTED : status;
  }
}
