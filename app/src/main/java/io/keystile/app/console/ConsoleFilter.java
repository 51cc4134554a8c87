package io.keystile.app.console;

import io.keystile.app.console.people.Role;
import io.keystile.app.console.people.Sessions;
import io.keystile.auth.audit.Actors;
import io.micronaut.core.annotation.AnnotationMetadata;
import io.micronaut.core.annotation.AnnotationMetadataProvider;
import io.micronaut.core.propagation.MutablePropagatedContext;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Filter;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.web.router.RouteAttributes;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Lets a request through to the routes of the console, or sends the browser elsewhere. */
@ConsoleRoute
@ServerFilter(Filter.MATCH_ALL_PATTERN)
final class ConsoleFilter {

  private static final Set<HttpMethod> SAFE = Set.of(HttpMethod.GET, HttpMethod.HEAD);

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

  @RequestFilter
  @ExecuteOn(TaskExecutors.BLOCKING)
  @Nullable MutableHttpResponse<?> filter(
      HttpRequest<?> request, MutablePropagatedContext context) {
    Rule rule = Rule.find(request);
    // Bound filters run as well where no route was found.
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

    static @Nullable Rule find(HttpRequest<?> request) {
      return RouteAttributes.getRouteInfo(request)
          .map(AnnotationMetadataProvider::getAnnotationMetadata)
          .filter(route -> route.hasStereotype(ConsoleRoute.class))
          .map(Rule::of)
          .orElse(null);
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
