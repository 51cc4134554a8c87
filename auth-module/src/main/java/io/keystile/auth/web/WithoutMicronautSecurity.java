package io.keystile.auth.web;

import io.micronaut.context.condition.Condition;
import io.micronaut.context.condition.ConditionContext;
import io.micronaut.core.reflect.ClassUtils;

/** Whether Micronaut Security is absent or switched off. */
final class WithoutMicronautSecurity implements Condition {

  private static final String FILTER = "io.micronaut.security.filters.SecurityFilter";

  @Override
  @SuppressWarnings("rawtypes") // so the interface has it
  public boolean matches(ConditionContext context) {
    return !ClassUtils.isPresent(FILTER, getClass().getClassLoader())
        || !context.getProperty("micronaut.security.enabled", Boolean.class, true);
  }
}
