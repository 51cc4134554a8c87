package io.keystile.auth.web;

import io.keystile.auth.ApiKey;
import io.keystile.auth.LimitState;
import io.keystile.auth.Reason;
import io.keystile.auth.Verdict;
import io.keystile.auth.annotation.ApiKeyProtected;
import io.keystile.auth.annotation.IdentifiesOnly;
import io.keystile.auth.keys.ApiKeys;
import io.keystile.auth.store.StoreUnavailableException;
import io.keystile.auth.usage.KeyUses;
import io.keystile.auth.usage.UsageHistory;
import io.micronaut.context.annotation.Requires;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Tells the holder of a key about it, also of one that is expired or used up: whoever presents it
 * proves to hold it. It uses nothing up and counts as no use.
 */
@Requires(property = "keystile.me.enabled", pattern = "(?i)true|yes|on|y")
@Controller("${keystile.me.path:/v1/me}")
@ApiKeyProtected
class MeController {

  private static final Duration DAY = Duration.ofDays(1);

  private final ApiKeys keys;
  private final KeyUses uses;
  private final UsageHistory history;
  private final RefusalRenderer refusals;
  private final Clock clock;

  MeController(
      ApiKeys keys, KeyUses uses, UsageHistory history, RefusalRenderer refusals, Clock clock) {
    this.keys = keys;
    this.uses = uses;
    this.history = history;
    this.refusals = refusals;
    this.clock = clock;
  }

  @Get
  @IdentifiesOnly
  @ExecuteOn(TaskExecutors.BLOCKING)
  HttpResponse<?> show(HttpRequest<?> request, ApiKey key) {
    try {
      return HttpResponse.ok(describe(key, LimitAttribute.find(request)))
          .header(HttpHeaders.CACHE_CONTROL, "no-store");
    } catch (StoreUnavailableException e) {
      return refusals.render(
          request, Verdict.Rejected.of(Reason.KEY_STORE_UNAVAILABLE, key.id()), true);
    }
  }

  private MeJson describe(ApiKey key, @Nullable LimitState limits) {
    Instant now = clock.instant();
    return MeJson.of(
        key,
        keys.find(key.id()).orElse(null),
        limits,
        uses.find(key.id()),
        history.sumOf(key.id(), now.minus(DAY), now.plusMillis(1)),
        now);
  }
}
