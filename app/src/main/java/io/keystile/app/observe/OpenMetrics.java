package io.keystile.app.observe;

import io.micronaut.context.condition.Condition;
import io.micronaut.context.condition.ConditionContext;

/** Holds when anybody may read the metrics. */
class OpenMetrics implements Condition {

  @Override
  public boolean matches(@SuppressWarnings("rawtypes") ConditionContext context) {
    return Boolean.TRUE.equals(
        context.getProperty("keystile.metrics.open", Boolean.class).orElse(false));
  }

  /** The other way round. */
  static final class Not extends OpenMetrics {

    @Override
    public boolean matches(@SuppressWarnings("rawtypes") ConditionContext context) {
      return !super.matches(context);
    }
  }
}
