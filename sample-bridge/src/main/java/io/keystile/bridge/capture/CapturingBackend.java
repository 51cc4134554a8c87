package io.keystile.bridge.capture;

import io.keystile.bridge.Backend;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.body.CloseableAvailableByteBody;
import io.micronaut.json.JsonMapper;
import io.micronaut.serde.annotation.Serdeable;
import java.io.IOException;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;

/** Notes what a client asks and is answered, and leaves the work to another. */
final class CapturingBackend implements Backend {

  private final Backend backend;
  private final Capture capture;
  private final JsonMapper json;

  CapturingBackend(Backend backend, Capture capture, JsonMapper json) {
    this.backend = backend;
    this.capture = capture;
    this.json = json;
  }

  @Override
  public CompletionStage<HttpResponse<?>> listModels(HttpRequest<?> request) {
    return watched(request, null, () -> backend.listModels(request));
  }

  @Override
  public CompletionStage<HttpResponse<?>> retrieveModel(HttpRequest<?> request, String model) {
    return watched(request, null, () -> backend.retrieveModel(request, model));
  }

  @Override
  public CompletionStage<HttpResponse<?>> createChatCompletion(
      HttpRequest<?> request, CloseableAvailableByteBody body) {
    return watched(request, body, () -> backend.createChatCompletion(request, body));
  }

  private CompletionStage<HttpResponse<?>> watched(
      HttpRequest<?> request,
      @Nullable CloseableAvailableByteBody body,
      Supplier<CompletionStage<HttpResponse<?>>> answer) {
    CapturedExchange exchange = capture.begin(request);
    exchange.attachTo(request);
    exchange.clientRequest(
        request,
        body == null ? null : body.split().toInputStream(),
        body == null ? 0 : body.length());
    try {
      return answer.get().whenComplete((response, failure) -> note(exchange, response, failure));
    } catch (RuntimeException e) {
      exchange.failed(false, e);
      throw e;
    }
  }

  private void note(
      CapturedExchange exchange, @Nullable HttpResponse<?> response, @Nullable Throwable failure) {
    if (failure != null || response == null) {
      exchange.failed(false, failure == null ? new IllegalStateException() : failure);
      return;
    }
    Object body = response.body();
    if (body instanceof Publisher<?> publisher) {
      watch(exchange, (MutableHttpResponse<?>) response, publisher);
    }
    exchange.clientResponse(response, bytesOf(body));
  }

  @SuppressWarnings("unchecked") // the body stays what it was, a publisher of the same elements
  private static void watch(
      CapturedExchange exchange, MutableHttpResponse<?> response, Publisher<?> publisher) {
    CapturedStream stream = exchange.stream(false);
    Flux<?> watched =
        Flux.from(publisher)
            .doOnNext(
                piece -> {
                  if (piece instanceof byte[] bytes) {
                    stream.add(bytes);
                  }
                })
            .doFinally(signal -> stream.end());
    ((MutableHttpResponse<Object>) response).body(watched);
  }

  private byte @Nullable [] bytesOf(@Nullable Object body) {
    if (body == null || !body.getClass().isAnnotationPresent(Serdeable.class)) {
      return null;
    }
    try {
      return json.writeValueAsBytes(body);
    } catch (IOException e) {
      return null;
    }
  }
}
