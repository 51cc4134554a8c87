package io.keystile.bridge.upstream;

import io.keystile.bridge.Backend;
import io.keystile.bridge.capture.CapturedExchange;
import io.micronaut.context.annotation.Requires;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpRequestWrapper;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpRequest;
import io.micronaut.http.body.CloseableAvailableByteBody;
import io.micronaut.http.body.CloseableByteBody;
import io.micronaut.http.client.RawHttpClient;
import io.micronaut.http.client.annotation.Client;
import io.micronaut.http.server.netty.NettyHttpRequest;
import io.netty.channel.Channel;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** Passes every request on to the configured server. */
@Singleton
@Requires(beans = UpstreamConfiguration.class)
final class UpstreamBackend implements Backend {

  private final RawHttpClient client;
  private final UpstreamAddress address;
  private final ProviderKey key;
  private final DateHeader date;

  UpstreamBackend(
      @Client(
              id = "${keystile.bridge.upstream.url}",
              configuration = UpstreamClientConfiguration.class)
          RawHttpClient client,
      UpstreamAddress address,
      ProviderKey key,
      DateHeader date) {
    this.client = client;
    this.address = address;
    this.key = key;
    this.date = date;
  }

  @Override
  public CompletionStage<HttpResponse<?>> listModels(HttpRequest<?> request) {
    return call(request, HttpMethod.GET, address.models(), null);
  }

  @Override
  public CompletionStage<HttpResponse<?>> retrieveModel(HttpRequest<?> request, String model) {
    return call(request, HttpMethod.GET, address.model(model), null);
  }

  @Override
  public CompletionStage<HttpResponse<?>> createChatCompletion(
      HttpRequest<?> request, CloseableAvailableByteBody body) {
    return call(request, HttpMethod.POST, address.chatCompletions(), body);
  }

  private CompletionStage<HttpResponse<?>> call(
      HttpRequest<?> request, HttpMethod method, URI uri, @Nullable CloseableByteBody body) {
    // Given as text, the address would be read again for every request.
    MutableHttpRequest<?> upstream = HttpRequest.create(method, "/").uri(uri);
    RelayedHeaders.up(request.getHeaders(), upstream.getHeaders());
    String authorization = key.authorization();
    if (authorization != null) {
      upstream.header(HttpHeaders.AUTHORIZATION, authorization);
    }
    CapturedExchange capture = CapturedExchange.find(request);
    if (capture != null) {
      capture.upstreamRequest(upstream);
    }
    return new UpstreamCall(upstream, request.getMethod(), connectionOf(request), date, capture)
        .start(client.exchange(upstream, body, null));
  }

  private static Channel connectionOf(HttpRequest<?> request) {
    HttpRequest<?> inner = request;
    while (inner instanceof HttpRequestWrapper<?> wrapper) {
      inner = wrapper.getDelegate();
    }
    return ((NettyHttpRequest<?>) inner).getChannelHandlerContext().channel();
  }
}
