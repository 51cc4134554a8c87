package io.keystile.auth.web;

import io.keystile.auth.KeystileException;
import io.keystile.auth.annotation.GuardedRoute;
import io.keystile.auth.guard.Requirements;
import io.micronaut.context.BeanProvider;
import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.context.event.BeanCreatedEventListener;
import io.micronaut.inject.MethodExecutionHandle;
import io.micronaut.web.router.Router;
import io.micronaut.web.router.UriRouteInfo;
import jakarta.inject.Singleton;

/**
 * Guarantees that no route is served whose guard was lost. Micronaut hands an annotation composed
 * of {@code @ApiKeyProtected} on to the bean below an interface or superclass only when the
 * composed one is {@code @Inherited} itself; without that, nothing would stand before the route.
 * The compiler refuses it where the checks run; where they did not, the start is stopped here,
 * before a port is open.
 */
@Singleton
final class UnboundGuards implements BeanCreatedEventListener<Router> {

  private final BeanProvider<ApiKeyFilter> filter;

  UnboundGuards(BeanProvider<ApiKeyFilter> filter) {
    this.filter = filter;
  }

  @Override
  public Router onCreated(BeanCreatedEvent<Router> event) {
    Router router = event.getBean();
    // Made now, so that a filter which cannot be made stops the start instead of each request.
    filter.get();
    router.uriRoutes().forEach(UnboundGuards::requireBound);
    return router;
  }

  private static void requireBound(UriRouteInfo<?, ?> route) {
    MethodExecutionHandle<?, ?> method = route.getTargetMethod();
    if (!route.getAnnotationMetadata().hasStereotype(GuardedRoute.class)
        && Requirements.isGuardWritten(method.getDeclaringType(), method.getExecutableMethod())) {
      throw new UnboundGuardException(route, method);
    }
  }

  /** Thrown when a route has a guard that would not take effect. */
  static final class UnboundGuardException extends KeystileException {

    private static final long serialVersionUID = 1L;

    UnboundGuardException(UriRouteInfo<?, ?> route, MethodExecutionHandle<?, ?> method) {
      super(
          "The route "
              + route.getUriMatchTemplate()
              + " ("
              + method.getDeclaringType().getName()
              + "."
              + method.getMethodName()
              + ") would be open although an interface or superclass guards it: the annotation"
              + " there is composed of @ApiKeyProtected and lacks @Inherited. Add @Inherited to it,"
              + " or put @ApiKeyProtected on the controller.",
          null);
    }
  }
}
