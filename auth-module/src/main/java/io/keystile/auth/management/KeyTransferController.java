package io.keystile.auth.management;

import io.keystile.auth.annotation.ApiKeyProtected;
import io.keystile.auth.audit.AuditAction;
import io.keystile.auth.keys.ApiKeys;
import io.keystile.auth.keys.KeyImporter;
import io.keystile.auth.keys.KeyPage;
import io.keystile.auth.keys.KeyQuery;
import io.keystile.auth.web.ManagementRoute;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.RequestBean;
import io.micronaut.http.server.types.files.StreamedFile;
import io.micronaut.json.JsonMapper;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Many keys at once: in and out. */
@Tag(name = "Keys")
@ManagementRoute
@ApiKeyProtected("keystile:admin")
@ExecuteOn(TaskExecutors.BLOCKING)
@Controller("${keystile.management.path:/admin}/keys")
class KeyTransferController {

  private final ManagementCalls calls;
  private final ApiKeys keys;
  private final KeyImporter importer;
  private final Grants grants;
  private final KeyAnswers answers;
  private final JsonMapper json;

  KeyTransferController(
      ManagementCalls calls,
      ApiKeys keys,
      KeyImporter importer,
      Grants grants,
      KeyAnswers answers,
      JsonMapper json) {
    this.calls = calls;
    this.keys = keys;
    this.importer = importer;
    this.grants = grants;
    this.answers = answers;
    this.json = json;
  }

  /**
   * Brings in keys that were made elsewhere.
   *
   * @return what became of each of them
   */
  @Refusable
  @Post("/import")
  @RequestBody(
      required = true,
      content = @Content(schema = @Schema(implementation = Bodies.Import.class)))
  HttpResponse<ImportView> importKeys(HttpRequest<?> request, @Body byte[] body) {
    return calls.answer(
        request,
        AuditAction.KEY_IMPORT,
        "-",
        () -> {
          Parameters.refuseAny(request);
          ImportBody wanted = ImportBody.read(body);
          return HttpResponse.ok(
              ImportView.of(importer.importKeys(wanted.lines(), wanted.options(grants))));
        });
  }

  /** Hands out all keys, or those that were asked for, one on a line; never their texts. */
  @ManagementRead
  @Refusable
  @ApiResponse(
      responseCode = "200",
      description = "Keys as JSON, one on a line.",
      content =
          @Content(
              mediaType = JsonLines.MEDIA_TYPE,
              schema = @Schema(implementation = KeyView.class)))
  @Get("/export")
  @Produces(JsonLines.MEDIA_TYPE)
  HttpResponse<StreamedFile> exportKeys(@RequestBean KeyListParameters parameters) {
    return calls.look(
        parameters.request(),
        () -> {
          KeyQuery query = parameters.readAll();
          return HttpResponse.ok(JsonLines.file("keys", json, cursor -> page(query, cursor)));
        });
  }

  private JsonLines.Page page(KeyQuery query, @Nullable String cursor) {
    KeyPage page = keys.search(query, cursor, ApiKeys.MAX_PAGE);
    return new JsonLines.Page(answers.view(page).items(), page.nextCursor());
  }
}
