package io.keystile.bridge.echo;

import io.keystile.bridge.wire.ChatCompletionChunk;
import io.micronaut.json.JsonMapper;
import jakarta.inject.Singleton;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import reactor.core.publisher.Flux;

/** Writes chunks as server-sent events, closed by {@code data: [DONE]}. */
@Singleton
final class EventStream {

  private static final byte[] DATA = "data: ".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] END = "\n\n".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] DONE = "[DONE]".getBytes(StandardCharsets.US_ASCII);

  private final JsonMapper jsonMapper;

  EventStream(JsonMapper jsonMapper) {
    this.jsonMapper = jsonMapper;
  }

  /** One element for each event. */
  Flux<byte[]> of(Stream<ChatCompletionChunk> chunks) {
    return Flux.fromStream(chunks).map(this::json).concatWithValues(DONE).map(EventStream::event);
  }

  private byte[] json(ChatCompletionChunk chunk) {
    try {
      return jsonMapper.writeValueAsBytes(chunk);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] event(byte[] data) {
    ByteArrayOutputStream event = new ByteArrayOutputStream(DATA.length + data.length + END.length);
    event.writeBytes(DATA);
    event.writeBytes(data);
    event.writeBytes(END);
    return event.toByteArray();
  }
}
