package io.keystile.app.console.overview;

import io.keystile.app.console.ConsoleRoute;
import io.keystile.app.console.Pages;
import io.keystile.app.console.chart.CallCharts;
import io.keystile.app.console.keys.ServerOrigin;
import io.keystile.app.console.overview.OverviewPage.BusyKey;
import io.keystile.auth.keys.ApiKeys;
import io.keystile.auth.keys.KeyQuery;
import io.keystile.auth.keys.ManagedKey;
import io.keystile.auth.usage.KeyTotal;
import io.keystile.auth.web.RouteProtection;
import io.keystile.auth.web.RouteProtections;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import jakarta.annotation.security.PermitAll;
import java.util.List;

/** The first page. */
@PermitAll
@ConsoleRoute
@ExecuteOn(TaskExecutors.BLOCKING)
@Controller("/console")
final class OverviewController {

  private final ApiKeys keys;
  private final CallCharts charts;
  private final BusyKeys busy;
  private final Attentions attentions;
  private final RouteProtections routes;
  private final Pages pages;

  OverviewController(
      ApiKeys keys,
      CallCharts charts,
      BusyKeys busy,
      Attentions attentions,
      RouteProtections routes,
      Pages pages) {
    this.keys = keys;
    this.charts = charts;
    this.busy = busy;
    this.attentions = attentions;
    this.routes = routes;
    this.pages = pages;
  }

  @Get
  MutableHttpResponse<?> show(HttpRequest<?> request) {
    BusyKeys.Totals totals = busy.read();
    List<RouteProtection> known =
        routes.all().stream().filter(route -> !route.method().equals("HEAD")).toList();
    return pages.show(
        new OverviewPage(
            charts.hoursOfAll(),
            charts.daysOfAll(),
            totals.known(),
            totals.busiest().stream().map(this::named).toList(),
            attentions.find(totals.refused()),
            keys.count(),
            keys.search(KeyQuery.ALL, null, 1).items().isEmpty(),
            known.stream().filter(route -> route.kind() == RouteProtection.Kind.OPEN).count(),
            known.size(),
            ServerOrigin.of(request)));
  }

  private BusyKey named(KeyTotal total) {
    String name = keys.find(total.id()).map(ManagedKey::name).orElse(null);
    return new BusyKey(total.id(), name, total.accepted());
  }
}
