package io.keystile.bridge;

import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.context.event.BeanCreatedEventListener;
import io.micronaut.http.MediaType;
import io.micronaut.http.server.netty.HttpCompressionStrategy;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpResponse;
import jakarta.inject.Singleton;

/** Keeps event streams out of the server's compression, which would hold events back. */
@Singleton
final class EventStreamCompression implements BeanCreatedEventListener<HttpCompressionStrategy> {

  @Override
  public HttpCompressionStrategy onCreated(BeanCreatedEvent<HttpCompressionStrategy> event) {
    return new ExceptEventStreams(event.getBean());
  }

  private record ExceptEventStreams(HttpCompressionStrategy others)
      implements HttpCompressionStrategy {

    @Override
    public boolean isEnabled() {
      return others.isEnabled();
    }

    @Override
    public boolean shouldCompress(HttpResponse response) {
      String contentType = response.headers().get(HttpHeaderNames.CONTENT_TYPE);
      return (contentType == null || !contentType.startsWith(MediaType.TEXT_EVENT_STREAM))
          && others.shouldCompress(response);
    }

    @Override
    public int getCompressionLevel() {
      return others.getCompressionLevel();
    }

    @Override
    public int getMaxZstdEncodeSize() {
      return others.getMaxZstdEncodeSize();
    }
  }
}
