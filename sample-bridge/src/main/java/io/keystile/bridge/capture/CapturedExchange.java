package io.keystile.bridge.capture;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpMessage;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What is captured of one request of a client. Whatever goes wrong here is no concern of the
 * request: nothing is thrown, and nothing waits.
 */
public final class CapturedExchange {

  private static final String CLIENT = "client";
  private static final String UPSTREAM = "upstream";
  private static final String ATTRIBUTE = CapturedExchange.class.getName();
  private static final Logger LOG = LoggerFactory.getLogger("keystile.capture");

  private final CaptureWriter writer;
  private final Clock clock;
  private final Draft.Caller caller;
  private final int kept;

  CapturedExchange(CaptureWriter writer, Clock clock, Draft.Caller caller, int kept) {
    this.writer = writer;
    this.clock = clock;
    this.caller = caller;
    this.kept = kept;
  }

  /** The one that belongs to the request, or null when nothing is captured. */
  public static @Nullable CapturedExchange find(HttpRequest<?> request) {
    return request.getAttribute(ATTRIBUTE, CapturedExchange.class).orElse(null);
  }

  void attachTo(HttpRequest<?> request) {
    request.setAttribute(ATTRIBUTE, this);
  }

  /** A request of the client; the stream is read and closed. */
  void clientRequest(HttpRequest<?> request, @Nullable InputStream body, long bytes) {
    add(() -> request(CLIENT, request, read(body), bytes));
  }

  /** The answer to the client; its body is null when it is a stream, or stands under upstream. */
  void clientResponse(HttpResponse<?> response, byte @Nullable [] body) {
    add(() -> response(CLIENT, response.code(), response, body));
  }

  /** What is sent up. The body is the client's own. */
  public void upstreamRequest(HttpRequest<?> request) {
    add(() -> request(UPSTREAM, request, null, 0));
  }

  /** The head of what comes down. */
  public void upstreamResponse(HttpResponse<?> response) {
    add(() -> response(UPSTREAM, response.code(), response, null));
  }

  /** There is no answer, or it broke off. */
  public void failed(boolean upstream, Throwable failure) {
    add(() -> plain(upstream, "failure", bytes(failure.getClass().getSimpleName()), 0));
  }

  /** The body of an answer that comes down whole. */
  public void upstreamBody(InputStream body, long bytes) {
    add(() -> plain(true, "body", read(body), bytes));
  }

  /** Collects the pieces of a stream. */
  public CapturedStream stream(boolean upstream) {
    return new CapturedStream(
        kept, (kind, body, bytes) -> add(() -> plain(upstream, kind, body, bytes)));
  }

  private Draft request(String leg, HttpRequest<?> request, byte @Nullable [] body, long bytes) {
    String target = request.getUri().toString();
    return new Draft(
        clock.instant(),
        caller,
        leg,
        "request",
        request.getMethodName(),
        target,
        null,
        headersOf(request),
        body,
        bytes);
  }

  private Draft response(String leg, int status, HttpMessage<?> message, byte @Nullable [] body) {
    byte[] cut = body == null ? null : read(new ByteArrayInputStream(body));
    long bytes = body == null ? 0 : body.length;
    return new Draft(
        clock.instant(),
        caller,
        leg,
        "response",
        null,
        null,
        status,
        headersOf(message),
        cut,
        bytes);
  }

  private Draft plain(boolean upstream, String kind, byte @Nullable [] body, long bytes) {
    long length = body == null ? bytes : Math.max(bytes, body.length);
    return new Draft(
        clock.instant(),
        caller,
        upstream ? UPSTREAM : CLIENT,
        kind,
        null,
        null,
        null,
        null,
        body,
        length);
  }

  private static Map<String, List<String>> headersOf(HttpMessage<?> message) {
    HttpHeaders headers = message.getHeaders();
    Map<String, List<String>> all = new LinkedHashMap<>();
    headers.names().forEach(name -> all.put(name, List.copyOf(headers.getAll(name))));
    return all;
  }

  private byte @Nullable [] read(@Nullable InputStream body) {
    if (body == null) {
      return null;
    }
    try (body) {
      return body.readNBytes(kept);
    } catch (IOException e) {
      return null;
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private void add(Supplier<Draft> draft) {
    try {
      writer.add(draft.get());
    } catch (RuntimeException e) {
      writer.drop();
      LOG.debug("Something could not be captured", e);
    }
  }
}
