package io.keystile.auth.management;

import io.keystile.auth.ApiKeyId;
import io.keystile.auth.annotation.ApiKeyProtected;
import io.keystile.auth.audit.AuditAction;
import io.keystile.auth.keys.ApiKeys;
import io.keystile.auth.web.ManagementRoute;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.RequestBean;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.OptionalLong;

/** What can be done with one key besides changing it. */
@Tag(name = "Keys")
@ManagementRoute
@ApiKeyProtected("keystile:admin")
@ExecuteOn(TaskExecutors.BLOCKING)
@Controller("${keystile.management.path:/admin}/keys/{id}")
class KeyActionsController {

  private final ManagementCalls calls;
  private final ApiKeys keys;
  private final KeyWrites writes;
  private final KeyAnswers answers;

  KeyActionsController(ManagementCalls calls, ApiKeys keys, KeyWrites writes, KeyAnswers answers) {
    this.calls = calls;
    this.keys = keys;
    this.writes = writes;
    this.answers = answers;
  }

  /**
   * Lets a key be used again. Nobody can enable a key that can do more than they can.
   *
   * @param id the key's id
   * @return the key as it is now
   */
  @Refusable
  @Post("/enable")
  HttpResponse<KeyView> enableKey(@RequestBean ChangeParameters parameters, String id) {
    return calls.answer(
        parameters.request(),
        AuditAction.KEY_ENABLE,
        id,
        () -> {
          NoBody.require(parameters.request());
          ApiKeyId key = Ids.key(id);
          return answers.one(writes.enable(key, version(parameters.read(), key)));
        });
  }

  /**
   * Keeps a key from being used, until it is enabled again.
   *
   * @param id the key's id
   * @return the key as it is now
   */
  @Refusable
  @Post("/disable")
  HttpResponse<KeyView> disableKey(@RequestBean ChangeParameters parameters, String id) {
    return calls.answer(
        parameters.request(),
        AuditAction.KEY_DISABLE,
        id,
        () -> {
          NoBody.require(parameters.request());
          ApiKeyId key = Ids.key(id);
          ChangeParameters.Given given = parameters.read();
          return answers.one(writes.disable(key, version(given, key), given.confirmed()));
        });
  }

  /**
   * Gives a key a new secret. The answer holds it, this once; the old one works on for the overlap.
   * Nobody can rotate a key that can do more than they can.
   *
   * @param id the key's id
   * @return the key, with its new text
   */
  @Refusable
  @Post("/rotate")
  HttpResponse<KeyView> rotateKey(@RequestBean RotateParameters parameters, String id) {
    return calls.answer(
        parameters.request(),
        AuditAction.KEY_ROTATE,
        id,
        () -> {
          NoBody.require(parameters.request());
          ApiKeyId key = Ids.key(id);
          RotateParameters.Given given = parameters.read();
          OptionalLong version = given.match().version(() -> keys.get(key).version());
          return answers.issued(writes.rotate(key, version, given.overlap()));
        });
  }

  /**
   * Shows a key again, where copies are kept. Nobody can see a key that can do more than they can;
   * that it was shown stands in the audit log.
   *
   * @param id the key's id
   * @return the key, with its text
   */
  @Refusable
  @Post("/reveal")
  HttpResponse<KeyView> revealKey(HttpRequest<?> request, String id) {
    return calls.answer(
        request,
        AuditAction.KEY_REVEAL,
        id,
        () -> {
          Parameters.refuseAny(request);
          NoBody.require(request);
          return answers.issued(writes.reveal(Ids.key(id)));
        });
  }

  private OptionalLong version(ChangeParameters.Given given, ApiKeyId id) {
    return given.match().version(() -> keys.get(id).version());
  }
}
