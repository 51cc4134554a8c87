package io.keystile.bridge;

import io.keystile.auth.annotation.ApiKeyProtected;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import java.util.concurrent.CompletionStage;

/** Lists and describes models. */
@Controller
@ApiKeyProtected("models:read")
class ModelsController {

  private final Backend backend;

  ModelsController(Backend backend) {
    this.backend = backend;
  }

  @Get(uris = {"/v1/models", "/models"})
  CompletionStage<HttpResponse<?>> list(HttpRequest<?> request) {
    return backend.listModels(request);
  }

  @Get(uris = {"/v1/models/{+model}", "/models/{+model}"})
  CompletionStage<HttpResponse<?>> retrieve(HttpRequest<?> request, @PathVariable String model) {
    return backend.retrieveModel(request, model);
  }
}
