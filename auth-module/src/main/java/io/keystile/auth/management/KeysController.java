package io.keystile.auth.management;

import io.keystile.auth.ApiKeyId;
import io.keystile.auth.annotation.ApiKeyProtected;
import io.keystile.auth.audit.AuditAction;
import io.keystile.auth.keys.ApiKeys;
import io.keystile.auth.web.ManagementRoute;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Patch;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.RequestBean;
import io.micronaut.http.annotation.Status;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.OptionalLong;

/** Keys: make, look, change, remove. */
@Tag(name = "Keys")
@ManagementRoute
@ApiKeyProtected("keystile:admin")
@ExecuteOn(TaskExecutors.BLOCKING)
@Controller("${keystile.management.path:/admin}/keys")
class KeysController {

  private static final String MERGE_PATCH = "application/merge-patch+json";

  private final ManagementCalls calls;
  private final ApiKeys keys;
  private final KeyWrites writes;
  private final KeyAnswers answers;

  KeysController(ManagementCalls calls, ApiKeys keys, KeyWrites writes, KeyAnswers answers) {
    this.calls = calls;
    this.keys = keys;
    this.writes = writes;
    this.answers = answers;
  }

  /**
   * Makes a key. The answer holds it, this once. Nobody can grant scopes that they lack.
   *
   * @return the key, with its text
   */
  @Refusable
  @Post
  @Status(HttpStatus.CREATED)
  @RequestBody(
      required = true,
      content = @Content(schema = @Schema(implementation = Bodies.NewKey.class)))
  HttpResponse<KeyView> createKey(HttpRequest<?> request, @Body byte[] body) {
    return calls.answer(
        request,
        AuditAction.KEY_ISSUE,
        "-",
        () -> {
          Parameters.refuseAny(request);
          return answers.created(writes.issue(KeyBody.readNew(body)));
        });
  }

  /**
   * Lists keys, a page at a time.
   *
   * @return a page
   */
  @ManagementRead
  @Refusable
  @Get
  HttpResponse<KeyPageView> listKeys(@RequestBean KeyListParameters parameters) {
    return calls.look(
        parameters.request(),
        () -> {
          KeyListParameters.Search search = parameters.read();
          return answers.page(
              Parameters.ofCursor(
                  () -> keys.search(search.query(), search.cursor(), search.size())));
        });
  }

  /**
   * Shows a key. The ETag names its version: what can be chosen for it, and its secrets; use of the
   * key does not change it.
   *
   * @param id the key's id
   * @return the key
   */
  @ManagementRead
  @Refusable
  @Get("/{id}")
  HttpResponse<KeyView> showKey(HttpRequest<?> request, String id) {
    return calls.look(
        request,
        () -> {
          Parameters.refuseAny(request);
          return answers.one(keys.get(Ids.key(id)));
        });
  }

  /**
   * Changes a key by a merge patch (RFC 7396): null clears, what is left out stays.
   *
   * @param id the key's id
   * @return the key as it is now
   */
  @Refusable
  @Patch("/{id}")
  @Consumes({MERGE_PATCH, MediaType.APPLICATION_JSON})
  @RequestBody(
      required = true,
      content = {
        @Content(mediaType = MERGE_PATCH, schema = @Schema(implementation = Bodies.KeyPatch.class)),
        @Content(
            mediaType = MediaType.APPLICATION_JSON,
            schema = @Schema(implementation = Bodies.KeyPatch.class))
      })
  HttpResponse<KeyView> changeKey(
      @RequestBean ChangeParameters parameters, String id, @Body byte[] body) {
    return calls.answer(
        parameters.request(),
        AuditAction.KEY_CHANGE,
        id,
        () -> {
          ChangeParameters.Given given = parameters.read();
          KeyChange change = KeyBody.readPatch(body);
          ApiKeyId key = Ids.key(id);
          OptionalLong version = given.match().version(() -> keys.get(key).version());
          return answers.one(writes.change(key, version, change, given.confirmed()));
        });
  }

  /**
   * Removes a key for good.
   *
   * @param id the key's id
   */
  @Refusable
  @ApiResponse(responseCode = "204", description = "It is gone.")
  @Delete("/{id}")
  @Status(HttpStatus.NO_CONTENT)
  HttpResponse<Void> deleteKey(@RequestBean ChangeParameters parameters, String id) {
    return calls.answer(
        parameters.request(),
        AuditAction.KEY_DELETE,
        id,
        () -> {
          ChangeParameters.Given given = parameters.read();
          ApiKeyId key = Ids.key(id);
          OptionalLong version = given.match().version(() -> keys.get(key).version());
          writes.delete(key, version, given.confirmed());
          return HttpResponse.noContent();
        });
  }
}
