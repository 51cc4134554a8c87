package io.keystile.bridge.upstream;

import io.keystile.bridge.capture.CapturedExchange;
import io.keystile.bridge.capture.CapturedStream;
import io.micronaut.core.io.buffer.ReadBuffer;
import io.micronaut.core.type.Argument;
import io.micronaut.core.type.MutableHeaders;
import io.micronaut.http.ByteBodyHttpResponse;
import io.micronaut.http.ByteBodyHttpResponseWrapper;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.body.AvailableByteBody;
import io.micronaut.http.body.ByteBodyFactory;
import io.micronaut.http.body.CloseableByteBody;
import io.micronaut.http.body.ResponseBodyWriter;
import io.micronaut.http.body.stream.BodySizeLimits;
import jakarta.inject.Singleton;
import java.io.OutputStream;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;

/**
 * Hands the server's bytes to the caller's connection as they are, frame by frame. A streaming body
 * goes through a publisher: given as it is, the framework's server fails over frames that arrived
 * before it was ready to write.
 */
@Singleton
final class RelayedBodyWriter implements ResponseBodyWriter<RelayedBody> {

  @Override
  public ByteBodyHttpResponse<?> write(
      ByteBodyFactory bodyFactory,
      HttpRequest<?> request,
      MutableHttpResponse<RelayedBody> httpResponse,
      Argument<RelayedBody> type,
      MediaType mediaType,
      RelayedBody object) {
    return ByteBodyHttpResponseWrapper.wrap(
        httpResponse, writePiece(bodyFactory, request, httpResponse, type, mediaType, object));
  }

  @Override
  public CloseableByteBody writePiece(
      ByteBodyFactory bodyFactory,
      HttpRequest<?> request,
      HttpResponse<?> response,
      Argument<RelayedBody> type,
      MediaType mediaType,
      RelayedBody object) {
    CloseableByteBody bytes = object.bytes();
    CapturedExchange capture = object.capture();
    if (bytes instanceof AvailableByteBody available) {
      if (capture != null) {
        capture.upstreamBody(available.split().toInputStream(), available.length());
      }
      return bytes;
    }
    Publisher<ReadBuffer> frames = bytes.toReadBufferPublisher();
    return bodyFactory.adapt(
        capture == null ? frames : watched(frames, capture.stream(true)),
        BodySizeLimits.UNLIMITED,
        object.headers(),
        object.onLeave());
  }

  private static Publisher<ReadBuffer> watched(
      Publisher<ReadBuffer> frames, CapturedStream stream) {
    return Flux.from(frames)
        .doOnNext(frame -> stream.add(frame.duplicate().toArray()))
        .doFinally(signal -> stream.end());
  }

  @Override
  public void writeTo(
      Argument<RelayedBody> type,
      MediaType mediaType,
      RelayedBody object,
      MutableHeaders outgoingHeaders,
      OutputStream outputStream) {
    throw new UnsupportedOperationException("a relayed body is never copied");
  }
}
