package io.keystile.app.console.routes;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import io.keystile.app.console.ConsoleRoute;
import io.keystile.app.console.Pages;
import io.keystile.auth.web.GuardConfiguration;
import io.keystile.auth.web.RouteProtections;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import jakarta.annotation.security.PermitAll;
import java.util.List;

/** Every route of the server. */
@PermitAll
@ConsoleRoute
@ExecuteOn(TaskExecutors.BLOCKING)
@Controller("/console/routes")
final class RoutesController {

  private final RouteProtections routes;
  private final GuardConfiguration guard;
  private final Pages pages;

  RoutesController(RouteProtections routes, GuardConfiguration guard, Pages pages) {
    this.routes = routes;
    this.guard = guard;
    this.pages = pages;
  }

  @Get
  MutableHttpResponse<?> list(@QueryValue(defaultValue = "") String show) {
    RouteKind shown = RouteKind.find(show).orElse(null);
    List<RouteLine> all = RouteLine.all(routes.all(), guard.publicRoutes());
    return pages.show(
        new RoutesPage(
            shown,
            all.stream().filter(line -> shown == null || line.kind() == shown).toList(),
            all.stream().collect(groupingBy(RouteLine::kind, counting())),
            guard.guard() == GuardConfiguration.Mode.ALL));
  }
}
