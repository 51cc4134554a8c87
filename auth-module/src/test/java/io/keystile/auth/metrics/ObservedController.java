package io.keystile.auth.metrics;

import io.keystile.auth.annotation.ApiKeyProtected;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Requires;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import jakarta.inject.Singleton;

/** A guarded route, and a registry that remembers. */
@ApiKeyProtected
@Controller("/traced")
@Requires(property = "spec.name", value = ObservedController.SPEC)
class ObservedController {

  static final String SPEC = "ObservedController";

  @Get
  String get() {
    return "here";
  }

  @Get("/scoped")
  @ApiKeyProtected("reports:read")
  String scoped() {
    return "here";
  }

  @Factory
  @Requires(property = "spec.name", value = SPEC)
  static class Registries {

    @Bean
    @Singleton
    @Requires(property = "micronaut.metrics.enabled", value = "true")
    MeterRegistry simple() {
      return new SimpleMeterRegistry();
    }
  }
}
