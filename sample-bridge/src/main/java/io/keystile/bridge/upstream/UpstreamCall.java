package io.keystile.bridge.upstream;

import io.keystile.bridge.capture.CapturedExchange;
import io.micronaut.http.ByteBodyHttpResponse;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpRequest;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.body.AvailableByteBody;
import io.micronaut.http.netty.NettyHttpHeaders;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.EventLoop;
import io.netty.handler.codec.http.HttpResponseStatus;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;

/**
 * One request to the server, from its start until nothing more comes. When the caller leaves, the
 * connection to the server is closed, so that it stops generating.
 */
final class UpstreamCall
    implements CoreSubscriber<HttpResponse<?>>, UpstreamConnection.Relay, ChannelFutureListener {

  /** Where the framework's client notes the connection a request goes out on. */
  private static final String CHANNEL_ATTRIBUTE = "netty_channel";

  private final CompletableFuture<HttpResponse<?>> answer = new CompletableFuture<>();
  private final MutableHttpRequest<?> request;
  private final HttpMethod callerMethod;
  private final Channel caller;
  private final DateHeader date;
  private final @Nullable CapturedExchange capture;

  private volatile boolean callerLeft;
  private volatile boolean ended;
  private boolean headersPushed;

  UpstreamCall(
      MutableHttpRequest<?> request,
      HttpMethod callerMethod,
      Channel caller,
      DateHeader date,
      @Nullable CapturedExchange capture) {
    this.request = request;
    this.callerMethod = callerMethod;
    this.caller = caller;
    this.date = date;
    this.capture = capture;
  }

  CompletionStage<HttpResponse<?>> start(Publisher<? extends HttpResponse<?>> exchange) {
    caller.closeFuture().addListener(this);
    exchange.subscribe(this);
    return answer;
  }

  @Override
  public void onSubscribe(Subscription subscription) {
    subscription.request(Long.MAX_VALUE);
  }

  @Override
  public void onNext(HttpResponse<?> response) {
    caller.closeFuture().removeListener(this);
    ByteBodyHttpResponse<?> reply = (ByteBodyHttpResponse<?>) response;
    if (capture != null) {
      capture.upstreamResponse(reply);
    }
    UpstreamConnection connection =
        reply.byteBody() instanceof AvailableByteBody ? null : connection();
    if (connection == null) {
      ended();
    } else {
      connection.attach(this);
    }
    answer.complete(translate(reply));
  }

  @Override
  public void onError(Throwable failure) {
    caller.closeFuture().removeListener(this);
    ended();
    if (capture != null) {
      capture.failed(true, failure);
    }
    if (!callerLeft) {
      UpstreamErrors.log(failure);
    }
    answer.complete(UpstreamErrors.of(failure));
  }

  @Override
  public void onComplete() {
    // The client sends one answer or one failure.
  }

  /**
   * Headers are held back until something follows them, unless they are pushed. That waits for one
   * turn of the loop: the first event mostly comes in it, and goes out with them.
   */
  @Override
  public void headersWritten() {
    if (!headersPushed) {
      headersPushed = true;
      EventLoop loop = caller.eventLoop();
      loop.execute(() -> pushHeaders(loop));
    }
  }

  private void pushHeaders(EventLoop loop) {
    var unused = loop.schedule(caller::flush, 0, TimeUnit.NANOSECONDS);
  }

  @Override
  public void ended() {
    ended = true;
  }

  /** The caller's connection is closed, before there was an answer. */
  @Override
  public void operationComplete(ChannelFuture closed) {
    callerLeft = true;
    breakOffLater();
  }

  private HttpResponse<?> translate(ByteBodyHttpResponse<?> reply) {
    HttpResponse<?> refusal = refusal(reply.code());
    if (refusal == null && !callerLeft && callerMethod != HttpMethod.HEAD) {
      return relayed(reply);
    }
    reply.close();
    breakOff();
    return refusal == null ? relayedHead(reply) : refusal;
  }

  private static @Nullable HttpResponse<?> refusal(int status) {
    if (status < 200 || (status >= 300 && status < 400)) {
      return UpstreamErrors.invalidResponse();
    }
    return status == 401 || status == 407 ? UpstreamErrors.unauthorized() : null;
  }

  private HttpResponse<?> relayed(ByteBodyHttpResponse<?> reply) {
    return relayedHead(reply)
        .body(
            new RelayedBody(
                reply.byteBody().move(), reply.getHeaders(), this::breakOffLater, capture));
  }

  private MutableHttpResponse<Object> relayedHead(ByteBodyHttpResponse<?> reply) {
    String reason = HttpResponseStatus.valueOf(reply.code()).reasonPhrase();
    MutableHttpResponse<Object> response = HttpResponse.status(reply.code(), reason);
    RelayedHeaders.down((NettyHttpHeaders) reply.getHeaders(), response.getHeaders());
    date.addTo(response.getHeaders());
    return response;
  }

  private void breakOffLater() {
    Channel server = channel();
    if (server != null) {
      server.eventLoop().execute(this::breakOff);
    }
  }

  /** On the server's event loop: elsewhere the connection may begin to serve another call. */
  private void breakOff() {
    Channel server = channel();
    if (server != null && !ended) {
      var unused = server.close();
    }
  }

  private @Nullable UpstreamConnection connection() {
    Channel server = channel();
    return server == null ? null : server.pipeline().get(UpstreamConnection.class);
  }

  private @Nullable Channel channel() {
    return (Channel) request.getAttribute(CHANNEL_ATTRIBUTE).orElse(null);
  }
}
