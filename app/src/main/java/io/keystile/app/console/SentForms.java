package io.keystile.app.console;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.ServerHttpRequest;
import io.micronaut.http.body.ByteBody.SplitBackpressureMode;
import io.micronaut.http.body.CloseableAvailableByteBody;
import io.micronaut.http.body.CloseableByteBody;
import io.micronaut.http.exceptions.ContentLengthExceededException;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Reads what a form sent, and sees whether the form was one of ours. */
@Singleton
final class SentForms {

  static final String ATTRIBUTE = Form.class.getName();

  private static final long SECONDS = 30;
  private static final long MOST_OF_STRANGERS = 16 * 1024;

  private final Pages pages;

  SentForms(Pages pages) {
    this.pages = pages;
  }

  /** The answer that refuses the form, or null: then it is the request's {@link Form}. */
  @Nullable MutableHttpResponse<?> read(HttpRequest<?> request, @Nullable Visit visit) {
    if (!isForm(request)) {
      return pages.error(HttpStatus.UNSUPPORTED_MEDIA_TYPE);
    }
    if (visit == null && request.getContentLength() > MOST_OF_STRANGERS) {
      return pages.error(HttpStatus.REQUEST_ENTITY_TOO_LARGE);
    }
    try {
      Form form = Form.parse(body((ServerHttpRequest<?>) request));
      request.setAttribute(ATTRIBUTE, form);
      return isOurs(form, visit) ? null : pages.error(HttpStatus.FORBIDDEN);
    } catch (CompletionException e) {
      boolean big = e.getCause() instanceof ContentLengthExceededException;
      return pages.error(big ? HttpStatus.REQUEST_ENTITY_TOO_LARGE : HttpStatus.BAD_REQUEST);
    }
  }

  private static boolean isForm(HttpRequest<?> request) {
    return request
        .getContentType()
        .filter(type -> type.matches(MediaType.APPLICATION_FORM_URLENCODED_TYPE))
        .isPresent();
  }

  private static boolean isOurs(Form form, @Nullable Visit visit) {
    return visit == null || visit.session().formToken().matches(form.raw(Form.TOKEN));
  }

  private static String body(ServerHttpRequest<?> request) {
    try (CloseableByteBody body = request.byteBody().split(SplitBackpressureMode.FASTEST);
        CloseableAvailableByteBody whole =
            body.buffer().toCompletableFuture().orTimeout(SECONDS, TimeUnit.SECONDS).join()) {
      return whole.toString(StandardCharsets.UTF_8);
    }
  }
}
