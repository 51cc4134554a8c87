package io.keystile.bridge.echo;

import io.keystile.bridge.Backend;
import io.keystile.bridge.BridgeConfiguration;
import io.keystile.bridge.error.ApiException;
import io.keystile.bridge.wire.ListModelsResponse;
import io.keystile.bridge.wire.Model;
import io.micronaut.context.annotation.Requires;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.body.CloseableAvailableByteBody;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Says again what the user said last. */
@Singleton
@Requires(property = "keystile.bridge.backend", value = "echo", defaultValue = "echo")
final class EchoBackend implements Backend {

  private final Clock clock;
  private final ChatRequestReader requestReader;
  private final EventStream eventStream;
  private final List<Model> models;

  EchoBackend(
      BridgeConfiguration configuration,
      Clock clock,
      ChatRequestReader requestReader,
      EventStream eventStream) {
    this.clock = clock;
    this.requestReader = requestReader;
    this.eventStream = eventStream;
    this.models = configuration.models().stream().map(id -> Model.of(id, secondsNow())).toList();
  }

  @Override
  public CompletionStage<HttpResponse<?>> listModels(HttpRequest<?> request) {
    return answered(HttpResponse.ok(ListModelsResponse.of(models)));
  }

  @Override
  public CompletionStage<HttpResponse<?>> retrieveModel(HttpRequest<?> request, String model) {
    return answered(HttpResponse.ok(find(model)));
  }

  @Override
  public CompletionStage<HttpResponse<?>> createChatCompletion(
      HttpRequest<?> request, CloseableAvailableByteBody body) {
    ChatRequest chat = requestReader.read(bytesOf(body));
    find(chat.model());
    Answer answer = Answer.to(chat, "chatcmpl-" + UUID.randomUUID(), secondsNow());
    return answered(chat.stream() ? streamed(answer) : HttpResponse.ok(answer.toChatCompletion()));
  }

  private HttpResponse<?> streamed(Answer answer) {
    return HttpResponse.ok(eventStream.of(answer.toChunks()))
        .contentType(MediaType.TEXT_EVENT_STREAM_TYPE)
        .header(HttpHeaders.CACHE_CONTROL, "no-cache");
  }

  private Model find(String id) {
    return models.stream()
        .filter(model -> model.id().equals(id))
        .findFirst()
        .orElseThrow(ApiException::modelNotFound);
  }

  private long secondsNow() {
    return clock.instant().getEpochSecond();
  }

  private static byte[] bytesOf(CloseableAvailableByteBody body) {
    try (body) {
      return body.toByteArray();
    }
  }

  private static CompletionStage<HttpResponse<?>> answered(HttpResponse<?> response) {
    return CompletableFuture.completedFuture(response);
  }
}
