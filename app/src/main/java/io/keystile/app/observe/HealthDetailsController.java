package io.keystile.app.observe;

import io.keystile.auth.ApiKey;
import io.keystile.auth.management.ManagementRead;
import io.micronaut.core.async.annotation.SingleResult;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.management.endpoint.health.HealthEndpoint;
import io.micronaut.management.health.indicator.HealthResult;
import org.reactivestreams.Publisher;

/** What {@code /health} keeps from strangers, for whoever has a key that may read. */
@Controller("/health/details")
@ManagementRead
class HealthDetailsController {

  private final HealthEndpoint health;

  HealthDetailsController(HealthEndpoint health) {
    this.health = health;
  }

  @Get
  @SingleResult
  Publisher<HealthResult> details(ApiKey key) {
    return health.getHealth(key);
  }
}
