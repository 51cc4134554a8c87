package io.keystile.auth.web;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.MediaType;

/**
 * Writes the body of a refusal. To change how refusals look, replace {@code OpenAiRefusalBody} with
 * a bean of your own ({@code @Replaces}); status and headers stay as they are. Implementations are
 * safe for several threads.
 *
 * @since 0.1
 */
public interface RefusalBody {

  /** The media type of the body. */
  MediaType mediaType();

  /** The body, a serialisable value. It must not repeat anything the caller sent. */
  Object body(Refusal refusal, HttpRequest<?> request);
}
