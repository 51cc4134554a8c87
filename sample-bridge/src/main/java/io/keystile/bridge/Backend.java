package io.keystile.bridge;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.body.CloseableAvailableByteBody;
import java.util.concurrent.CompletionStage;

/**
 * Who answers: the built-in echo, or a server elsewhere. A request that cannot be answered fails
 * with an {@link io.keystile.bridge.error.ApiException} or ends in an OpenAI-shaped error response.
 * Implementations never block and are safe for several threads.
 *
 * @since 0.1
 */
public interface Backend {

  /** All models. */
  CompletionStage<HttpResponse<?>> listModels(HttpRequest<?> request);

  /** One model, or 404. */
  CompletionStage<HttpResponse<?>> retrieveModel(HttpRequest<?> request, String model);

  /**
   * The answer to a conversation, whole or streamed as the body asks for it. The implementation
   * closes the body.
   */
  CompletionStage<HttpResponse<?>> createChatCompletion(
      HttpRequest<?> request, CloseableAvailableByteBody body);
}
