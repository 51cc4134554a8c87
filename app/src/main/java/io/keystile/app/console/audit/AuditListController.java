package io.keystile.app.console.audit;

import io.keystile.app.console.ConsoleRoute;
import io.keystile.app.console.Faults;
import io.keystile.app.console.Pages;
import io.keystile.auth.audit.AuditFilter.Order;
import io.keystile.auth.audit.AuditPage;
import io.keystile.auth.audit.AuditTrail;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.server.types.files.StreamedFile;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import jakarta.annotation.security.PermitAll;
import java.util.List;

/** The audit log: a search, each row, and all that was found as a file. */
@PermitAll
@ConsoleRoute
@ExecuteOn(TaskExecutors.BLOCKING)
@Controller(AuditListController.PATH)
final class AuditListController {

  static final String PATH = "/console/audit";

  private static final int SIZE = 50;
  private static final String JSON_LINES = "application/jsonl";

  private final AuditTrail trail;
  private final Pages pages;

  AuditListController(AuditTrail trail, Pages pages) {
    this.trail = trail;
    this.pages = pages;
  }

  @Get
  MutableHttpResponse<?> list(
      @QueryValue(defaultValue = "") String actor,
      @QueryValue(defaultValue = "") String action,
      @QueryValue(defaultValue = "") String target,
      @QueryValue(defaultValue = "") String from,
      @QueryValue(defaultValue = "") String to,
      @QueryValue(defaultValue = "") String zone,
      @QueryValue(defaultValue = "") String order,
      @QueryValue(defaultValue = "") String cursor) {
    Faults faults = Faults.none();
    AuditSearchState state =
        AuditSearchState.read(
            new AuditSearchState.Typed(actor, action, target, from, to, zone, order, cursor),
            faults);
    return faults.isEmpty() ? pages.show(page(state)) : pages.showFaulty(faulty(state, faults));
  }

  /**
   * The same rows for as long as there are any, the oldest first, as the command line writes them.
   */
  @Get("/export")
  @Produces({JSON_LINES, MediaType.TEXT_HTML})
  MutableHttpResponse<?> export(
      @QueryValue(defaultValue = "") String actor,
      @QueryValue(defaultValue = "") String action,
      @QueryValue(defaultValue = "") String target,
      @QueryValue(defaultValue = "") String from,
      @QueryValue(defaultValue = "") String to,
      @QueryValue(defaultValue = "") String zone) {
    Faults faults = Faults.none();
    AuditSearchState state =
        AuditSearchState.read(
            new AuditSearchState.Typed(actor, action, target, from, to, zone, "", ""), faults);
    if (!faults.isEmpty()) {
      return pages.showFaulty(faulty(state, faults));
    }
    return pages.download(
        new StreamedFile(
                AuditLines.of(trail, state.filter().ordered(Order.OLDEST_FIRST)),
                MediaType.of(JSON_LINES))
            .attach("audit.jsonl"));
  }

  @Get("/{number}")
  MutableHttpResponse<?> show(String number) {
    Long wanted = AuditNumbers.find(number);
    return wanted == null
        ? pages.notFound()
        : trail
            .find(wanted)
            .<MutableHttpResponse<?>>map(row -> pages.show(new AuditRowPage(row)))
            .orElseGet(pages::notFound);
  }

  private AuditListPage page(AuditSearchState state) {
    AuditPage found = trail.page(state.filter(), state.cursor(), SIZE);
    return new AuditListPage(
        state, found.items(), found.nextCursor(), trail.count(), Faults.none());
  }

  private AuditListPage faulty(AuditSearchState state, Faults faults) {
    return new AuditListPage(state, List.of(), null, trail.count(), faults);
  }
}
