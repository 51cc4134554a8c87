package io.keystile.app.console;

import io.keystile.app.console.people.Role;
import io.keystile.app.console.people.Sessions;
import io.keystile.auth.audit.Actors;
import io.keystile.auth.guard.IdentityMemo;
import io.micronaut.context.annotation.Requires;
import io.micronaut.core.annotation.AnnotationMetadata;
import io.micronaut.core.propagation.MutablePropagatedContext;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Filter;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.filter.ConditionalFilter;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.web.router.RouteAttributes;
import io.micronaut.web.router.RouteInfo;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Lets a request through to the routes of the console, or sends the browser elsewhere. It asks the
 * route for itself: a filter bound to some routes makes the framework search and sort filters for
 * each request of the API, too.
 */
@Requires(property = ConsoleRoute.ENABLED, value = "true")
@ServerFilter(Filter.MATCH_ALL_PATTERN)
final class ConsoleFilter implements ConditionalFilter {

  private static final Set<HttpMethod> SAFE = Set.of(HttpMethod.GET, HttpMethod.HEAD);

  private final IdentityMemo<RouteInfo<?>, Optional<Rule>> rules = new IdentityMemo<>(Rule::find);
  private final Sessions sessions;
  private final ConsoleActors actors;
  private final SentForms forms;
  private final WayIn wayIn;
  private final Pages pages;

  ConsoleFilter(
      Sessions sessions, ConsoleActors actors, SentForms forms, WayIn wayIn, Pages pages) {
    this.sessions = sessions;
    this.actors = actors;
    this.forms = forms;
    this.wayIn = wayIn;
    this.pages = pages;
  }

  @Override
  public boolean isEnabled(HttpRequest<?> request) {
    return ruleOf(request).isPresent();
  }

  private Optional<Rule> ruleOf(HttpRequest<?> request) {
    return RouteAttributes.getRouteInfo(request).flatMap(rules::get);
  }

  @RequestFilter
  @ExecuteOn(TaskExecutors.BLOCKING)
  @Nullable MutableHttpResponse<?> filter(
      HttpRequest<?> request, MutablePropagatedContext context) {
    Rule rule = ruleOf(request).orElse(null);
    // A method that the path does not have loses its route on the way here.
    if (rule == null) {
      return null;
    }
    boolean safe = SAFE.contains(request.getMethod());
    if (!safe && !SameOrigin.holds(request)) {
      return pages.error(HttpStatus.FORBIDDEN);
    }
    Visit visit = Visit.lookUp(request, sessions).orElse(null);
    if (visit != null) {
      visit.attachTo(request);
      context.add(new Actors.Acting(actors.of(request, visit.signedIn())));
    }
    if (visit == null && !rule.open()) {
      return wayIn.from(request);
    }
    if (visit != null && !rule.open() && !visit.signedIn().may(rule.needed(safe))) {
      return pages.error(HttpStatus.FORBIDDEN);
    }
    if (safe) {
      return null;
    }
    return request.getMethod() == HttpMethod.POST
        ? forms.read(request, visit)
        : pages.error(HttpStatus.METHOD_NOT_ALLOWED);
  }

  /** What the route's annotation says. */
  private record Rule(Role reading, Role writing, boolean open) {

    static Optional<Rule> find(RouteInfo<?> route) {
      AnnotationMetadata metadata = route.getAnnotationMetadata();
      return metadata.hasStereotype(ConsoleRoute.class)
          ? Optional.of(of(metadata))
          : Optional.empty();
    }

    private static Rule of(AnnotationMetadata route) {
      return new Rule(
          role(route, "reading", Role.VIEWER),
          role(route, "writing", Role.ADMINISTRATOR),
          route.booleanValue(ConsoleRoute.class, "open").orElse(false));
    }

    private static Role role(AnnotationMetadata route, String member, Role otherwise) {
      Optional<Role> role = route.enumValue(ConsoleRoute.class, member, Role.class);
      return role.orElse(otherwise);
    }

    Role needed(boolean safe) {
      return safe ? reading : writing;
    }
  }
}
