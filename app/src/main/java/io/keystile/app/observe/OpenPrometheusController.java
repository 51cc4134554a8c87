package io.keystile.app.observe;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.micronaut.context.BeanProvider;
import io.micronaut.context.annotation.Requires;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import jakarta.annotation.security.PermitAll;

/** The metrics, for anybody: where the network says who may read them. */
@Controller("/prometheus")
@Requires(condition = OpenMetrics.class)
class OpenPrometheusController {

  private final BeanProvider<PrometheusMeterRegistry> registry;

  OpenPrometheusController(BeanProvider<PrometheusMeterRegistry> registry) {
    this.registry = registry;
  }

  @PermitAll
  @Get(produces = PrometheusController.TEXT)
  @ExecuteOn(TaskExecutors.BLOCKING)
  String scrape() {
    return registry.get().scrape();
  }
}
