package io.keystile.auth.management;

import io.keystile.auth.annotation.ApiKeyProtected;
import io.keystile.auth.web.ManagementRoute;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.OpenAPIDefinition;
import io.swagger.v3.oas.annotations.info.Info;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Map;

/** The document of this API. */
@OpenAPIDefinition(
    info =
        @Info(
            title = "Keystile management",
            version = "1",
            description =
                "Manages API keys. Looking asks for the scope keystile:read or keystile:admin,"
                    + " everything else for keystile:admin. What is not done is told as a problem"
                    + " (RFC 9457)."))
@Tag(name = "Document")
@ManagementRoute
@ApiKeyProtected("keystile:admin")
@ExecuteOn(TaskExecutors.BLOCKING)
@Controller("${keystile.management.path:/admin}")
class DocumentController {

  private final ManagementCalls calls;
  private final ApiDocument document;

  DocumentController(ManagementCalls calls, ApiDocument document) {
    this.calls = calls;
    this.document = document;
  }

  /**
   * This document, as OpenAPI 3.1.
   *
   * @return the document
   */
  @ManagementRead
  @Refusable
  @Get("/openapi.json")
  HttpResponse<Map<String, Object>> showDocument(HttpRequest<?> request) {
    return calls.look(
        request,
        () -> {
          Parameters.refuseAny(request);
          return HttpResponse.ok(document.document());
        });
  }
}
