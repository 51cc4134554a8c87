package io.keystile.auth.metrics;

import io.keystile.auth.Reason;
import io.keystile.auth.limit.BruteForceFigures;
import io.keystile.auth.usage.FlushLag;
import io.keystile.auth.verify.CacheFigures;
import io.keystile.auth.verify.Outcomes;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Requires;
import java.util.function.ToDoubleFunction;

/**
 * Hands what is counted anyway to Micrometer, which reads it when somebody asks. No label holds
 * what a caller chose. Not a {@code MeterBinder}: the registry is made while our data source is,
 * and would wait for it.
 */
@Context
@Requires(classes = MeterRegistry.class, beans = MeterRegistry.class)
final class KeystileMeters {

  private final MeterRegistry registry;

  KeystileMeters(
      MeterRegistry registry,
      Outcomes outcomes,
      CacheFigures cache,
      BruteForceFigures bruteForce,
      FlushLag flush) {
    this.registry = registry;
    outcomes.watch(
        (outcome, count) ->
            FunctionCounter.builder("keystile.verifications", count, Number::doubleValue)
                .description("Guarded calls by how they were decided")
                .tag("outcome", outcome)
                .register(registry));
    limits("rate", Reason.RATE_LIMIT_EXCEEDED, outcomes);
    limits("quota", Reason.INSUFFICIENT_QUOTA, outcomes);
    cache.watch();
    requests("hit", cache, CacheFigures::hits);
    requests("miss", cache, CacheFigures::misses);
    gauge("keystile.cache.size", "Keys in the cache", cache, CacheFigures::size);
    FunctionCounter.builder("keystile.bruteforce.blocks", bruteForce, BruteForceFigures::blocks)
        .description("Addresses blocked because of wrong keys")
        .register(registry);
    gauge(
        "keystile.bruteforce.blocked",
        "Addresses that are blocked now",
        bruteForce,
        BruteForceFigures::blocked);
    gauge(
        "keystile.bruteforce.tracked",
        "Addresses with failures that count",
        bruteForce,
        BruteForceFigures::tracked);
    Gauge.builder("keystile.usage.flush.lag", flush, lag -> lag.age().toMillis() / 1000.0)
        .description("How long ago everything counted until then was written")
        .baseUnit("seconds")
        .strongReference(true)
        .register(registry);
  }

  private void limits(String limit, Reason reason, Outcomes outcomes) {
    FunctionCounter.builder("keystile.limit.refusals", outcomes, all -> all.of(reason.code()))
        .description("Calls refused by a limit of their key")
        .tag("limit", limit)
        .register(registry);
  }

  private void requests(String result, CacheFigures cache, ToDoubleFunction<CacheFigures> value) {
    FunctionCounter.builder("keystile.cache.requests", cache, value)
        .description("Look-ups of presented keys, from memory or from the store")
        .tag("result", result)
        .register(registry);
  }

  private <T> void gauge(String name, String description, T figures, ToDoubleFunction<T> value) {
    Gauge.builder(name, figures, value)
        .description(description)
        .strongReference(true)
        .register(registry);
  }
}
