package io.keystile.auth.management;

import io.keystile.auth.annotation.ApiKeyProtected;
import io.keystile.auth.verify.KeyExplainer;
import io.keystile.auth.web.ManagementRoute;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.tags.Tag;

/** What would happen to a key. */
@Tag(name = "Check")
@ManagementRoute
@ApiKeyProtected("keystile:admin")
@ExecuteOn(TaskExecutors.BLOCKING)
@Controller("${keystile.management.path:/admin}/check")
class CheckController {

  private final ManagementCalls calls;
  private final CheckReader reader;
  private final KeyExplainer explainer;

  CheckController(ManagementCalls calls, CheckReader reader, KeyExplainer explainer) {
    this.calls = calls;
    this.reader = reader;
    this.explainer = explainer;
  }

  /**
   * Tells what would happen to a key on a route, from an address, at a time, check by check. It
   * counts nothing and uses nothing up. A route that asks for no key needs no scope.
   *
   * @return what would happen
   */
  @ManagementRead
  @Refusable
  @Post
  @RequestBody(
      required = true,
      content = @Content(schema = @Schema(implementation = Bodies.NewCheck.class)))
  HttpResponse<CheckView> check(HttpRequest<?> request, @Body byte[] body) {
    return calls.look(
        request,
        () -> {
          Parameters.refuseAny(request);
          CheckBody wanted = reader.read(body);
          return HttpResponse.ok(CheckView.of(explainer.explain(wanted.id(), wanted.call())));
        });
  }
}
