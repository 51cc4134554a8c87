package io.keystile.auth.metrics;

import io.micronaut.context.annotation.Requires;
import io.micronaut.core.async.publisher.Publishers;
import io.micronaut.health.HealthStatus;
import io.micronaut.management.endpoint.health.HealthEndpoint;
import io.micronaut.management.health.indicator.HealthIndicator;
import io.micronaut.management.health.indicator.HealthResult;
import io.micronaut.management.health.indicator.annotation.Readiness;
import jakarta.inject.Singleton;
import org.reactivestreams.Publisher;

/**
 * The key store's part of {@code /health} and {@code /health/readiness}. Not of liveness: a start
 * from anew would not mend a store that is gone, and known keys go on without it for a while.
 */
@Singleton
@Readiness
@Requires(classes = HealthIndicator.class, beans = HealthEndpoint.class)
final class KeystileHealthIndicator implements HealthIndicator {

  private final HealthProbe probe;

  KeystileHealthIndicator(HealthProbe probe) {
    this.probe = probe;
  }

  @Override
  public Publisher<HealthResult> getResult() {
    return Publishers.fromCompletableFuture(
        () -> probe.ask().thenApply(KeystileHealthIndicator::result));
  }

  private static HealthResult result(HealthFindings findings) {
    return HealthResult.builder("keystile", findings.up() ? HealthStatus.UP : HealthStatus.DOWN)
        .details(findings.details())
        .build();
  }
}
