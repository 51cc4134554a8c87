package io.keystile.auth.security;

import io.micronaut.context.BeanProvider;
import io.micronaut.core.annotation.AnnotationMetadataProvider;
import io.micronaut.core.annotation.AnnotationValue;
import io.micronaut.core.util.SupplierUtil;
import io.micronaut.http.HttpRequest;
import io.micronaut.inject.annotation.EvaluatedAnnotationValue;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.config.SecurityConfiguration;
import io.micronaut.web.router.RouteAttributes;
import io.micronaut.web.router.Router;
import jakarta.inject.Singleton;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Every role that a route or a URL rule of the application asks for. Safe for several threads. */
@Singleton
final class AskedRoles {

  private final BeanProvider<Router> router;
  private final SecurityConfiguration configuration;
  private final Supplier<Set<String>> all = SupplierUtil.memoized(this::collect);

  AskedRoles(BeanProvider<Router> router, SecurityConfiguration configuration) {
    this.router = router;
    this.configuration = configuration;
  }

  Set<String> all() {
    return all.get();
  }

  /** What {@code @Secured} on the route of the request asks for: one of these. */
  static List<String> of(HttpRequest<?> request) {
    return RouteAttributes.getRouteInfo(request).map(AskedRoles::of).orElse(List.of());
  }

  private Set<String> collect() {
    Set<String> roles = new LinkedHashSet<>();
    router.get().uriRoutes().forEach(route -> roles.addAll(of(route)));
    configuration.getInterceptUrlMap().forEach(rule -> roles.addAll(rule.getAccess()));
    return roles;
  }

  private static List<String> of(AnnotationMetadataProvider route) {
    @Nullable AnnotationValue<Secured> secured =
        route.getAnnotationMetadata().getAnnotation(Secured.class);
    // An expression asks the authentication itself.
    return secured == null || secured instanceof EvaluatedAnnotationValue<?>
        ? List.of()
        : List.of(secured.stringValues());
  }
}
