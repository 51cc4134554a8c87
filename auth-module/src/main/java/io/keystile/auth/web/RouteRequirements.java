package io.keystile.auth.web;

import io.keystile.auth.guard.Requirement;
import io.keystile.auth.guard.Requirements;
import io.micronaut.inject.MethodExecutionHandle;
import io.micronaut.web.router.MethodBasedRouteInfo;
import io.micronaut.web.router.RouteInfo;
import jakarta.inject.Singleton;
import java.util.List;

/** What a matched route requires: asked of the router's own match, never of the path. */
@Singleton
final class RouteRequirements {

  static final Requirement ANY_KEY = new Requirement(true, List.of(), 1);

  private final Requirements requirements;

  RouteRequirements(Requirements requirements) {
    this.requirements = requirements;
  }

  Requirement of(RouteInfo<?> route) {
    if (route instanceof MethodBasedRouteInfo<?, ?> methodRoute) {
      MethodExecutionHandle<?, ?> method = methodRoute.getTargetMethod();
      return requirements.of(method.getTarget().getClass(), method.getExecutableMethod());
    }
    return ANY_KEY;
  }
}
