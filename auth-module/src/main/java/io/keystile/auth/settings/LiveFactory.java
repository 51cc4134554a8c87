package io.keystile.auth.settings;

import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Prototype;
import io.micronaut.inject.ArgumentInjectionPoint;

/** Hands out {@code Live<C>} for whichever configuration is asked for. */
@Factory
final class LiveFactory {

  @Prototype
  Live<?> live(ArgumentInjectionPoint<?, ?> point, LiveConfigurations configurations) {
    return configurations.of(point.asArgument().getFirstTypeVariable().orElseThrow().getType());
  }
}
