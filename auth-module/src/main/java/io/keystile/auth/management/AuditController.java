package io.keystile.auth.management;

import io.keystile.auth.annotation.ApiKeyProtected;
import io.keystile.auth.audit.AuditFilter;
import io.keystile.auth.audit.AuditPage;
import io.keystile.auth.audit.AuditTrail;
import io.keystile.auth.web.ManagementRoute;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.RequestBean;
import io.micronaut.http.server.types.files.StreamedFile;
import io.micronaut.json.JsonMapper;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Who did what. */
@Tag(name = "Audit")
@ManagementRoute
@ApiKeyProtected("keystile:admin")
@ExecuteOn(TaskExecutors.BLOCKING)
@Controller("${keystile.management.path:/admin}/audit")
class AuditController {

  private final ManagementCalls calls;
  private final AuditTrail trail;
  private final JsonMapper json;

  AuditController(ManagementCalls calls, AuditTrail trail, JsonMapper json) {
    this.calls = calls;
    this.trail = trail;
    this.json = json;
  }

  /**
   * Lists rows of the audit log, the newest first, a page at a time.
   *
   * @return a page
   */
  @ManagementRead
  @Refusable
  @Get
  HttpResponse<AuditView.Page> listAudit(@RequestBean AuditParameters parameters) {
    return calls.look(
        parameters.request(),
        () -> {
          AuditParameters.Wanted wanted = parameters.read();
          return HttpResponse.ok(
              AuditView.Page.of(trail.page(wanted.filter(), wanted.cursor(), wanted.size())));
        });
  }

  /**
   * Looks at every row, whether it is the one that was written, in its place.
   *
   * @return what was found
   */
  @ManagementRead
  @Refusable
  @Get("/verify")
  HttpResponse<AuditReportView> verifyAudit(HttpRequest<?> request) {
    return calls.look(
        request,
        () -> {
          Parameters.refuseAny(request);
          return HttpResponse.ok(AuditReportView.of(trail.verify()));
        });
  }

  /** Hands out the whole audit log, or what was asked for, one row on a line. */
  @ManagementRead
  @Refusable
  @ApiResponse(
      responseCode = "200",
      description = "Rows as JSON, one on a line.",
      content =
          @Content(
              mediaType = JsonLines.MEDIA_TYPE,
              schema = @Schema(implementation = AuditView.class)))
  @Get("/export")
  @Produces(JsonLines.MEDIA_TYPE)
  HttpResponse<StreamedFile> exportAudit(@RequestBean AuditParameters parameters) {
    return calls.look(
        parameters.request(),
        () -> {
          AuditFilter filter = parameters.readAll();
          return HttpResponse.ok(JsonLines.file("audit", json, cursor -> page(filter, cursor)));
        });
  }

  private JsonLines.Page page(AuditFilter filter, @Nullable String cursor) {
    Long after = cursor == null ? null : Long.valueOf(cursor);
    AuditPage page = trail.page(filter, after, AuditTrail.MAX_PAGE);
    AuditView.Page view = AuditView.Page.of(page);
    return new JsonLines.Page(view.items(), view.nextCursor());
  }
}
