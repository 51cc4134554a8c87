package io.keystile.auth.management;

import io.micronaut.context.condition.Condition;
import io.micronaut.context.condition.ConditionContext;

/** Whether management was switched on: every word for yes that the configuration knows counts. */
final class ManagementEnabled implements Condition {

  /** Made by the framework. */
  ManagementEnabled() {}

  // The framework's signature is raw.
  @SuppressWarnings("rawtypes")
  @Override
  public boolean matches(ConditionContext context) {
    return context.getProperty("keystile.management.enabled", Boolean.class).orElse(false);
  }
}
