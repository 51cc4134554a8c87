package io.keystile.auth.web;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * What {@link EarlyGuard} decided on a request that is not accepted at once, on its way to the
 * filter.
 *
 * @param request the one that was looked at: a filter before ours may go on with a changed one,
 *     which has to be looked at anew
 * @param stage for the filter
 */
record EarlyAnswer(
    HttpRequest<?> request, CompletionStage<Optional<MutableHttpResponse<?>>> stage) {

  private static final String NAME = EarlyAnswer.class.getName();

  static void set(HttpRequest<?> request, CompletionStage<Optional<MutableHttpResponse<?>>> stage) {
    request.setAttribute(NAME, new EarlyAnswer(request, stage));
  }

  /** The answer to this very request, or null when none was found so far. */
  @SuppressWarnings("ReferenceEquality") // A changed copy shares the attributes of its original.
  static @Nullable EarlyAnswer find(HttpRequest<?> request) {
    EarlyAnswer early = RequestAttributes.find(request, NAME, EarlyAnswer.class);
    return early == null || early.request != request ? null : early;
  }
}
