package io.keystile.bridge;

import io.keystile.auth.annotation.ApiKeyProtected;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.ServerHttpRequest;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import java.util.concurrent.CompletionStage;

/** Answers conversations. */
@Controller
@ApiKeyProtected("chat:write")
class ChatCompletionsController {

  private final Backend backend;
  private final BodyReader bodyReader;

  ChatCompletionsController(Backend backend, BodyReader bodyReader) {
    this.backend = backend;
    this.bodyReader = bodyReader;
  }

  @Post(uris = {"/v1/chat/completions", "/chat/completions"})
  @Produces({MediaType.APPLICATION_JSON, MediaType.TEXT_EVENT_STREAM})
  CompletionStage<HttpResponse<?>> create(ServerHttpRequest<?> request) {
    return bodyReader
        .read(request)
        .thenCompose(body -> backend.createChatCompletion(request, body));
  }
}
