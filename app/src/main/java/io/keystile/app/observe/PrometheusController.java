package io.keystile.app.observe;

import io.keystile.auth.management.ManagementRead;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.micronaut.context.BeanProvider;
import io.micronaut.context.annotation.Requires;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;

/** The metrics, for whoever has a key that may read. */
@Controller("/prometheus")
@ManagementRead
@Requires(condition = OpenMetrics.Not.class)
class PrometheusController {

  static final String TEXT = "text/plain; version=0.0.4; charset=utf-8";

  private final BeanProvider<PrometheusMeterRegistry> registry;

  PrometheusController(BeanProvider<PrometheusMeterRegistry> registry) {
    this.registry = registry;
  }

  @Get(produces = TEXT)
  @ExecuteOn(TaskExecutors.BLOCKING)
  String scrape() {
    return registry.get().scrape();
  }
}
