package io.keystile.app.console;

import io.keystile.auth.store.StoreUnavailableException;
import io.micronaut.context.annotation.Requires;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Filter;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.filter.ConditionalFilter;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.web.router.RouteAttributes;

/** Shows a page in place of the framework's own words whenever something fails below /console. */
@Requires(property = ConsoleRoute.ENABLED, value = "true")
@ServerFilter(Filter.MATCH_ALL_PATTERN)
final class ErrorPages implements ConditionalFilter {

  private final Pages pages;

  ErrorPages(Pages pages) {
    this.pages = pages;
  }

  // A pattern would make the framework search and sort filters for each request of the API, too.
  @Override
  public boolean isEnabled(HttpRequest<?> request) {
    return Destination.isConsole(request.getPath());
  }

  @ResponseFilter
  @ExecuteOn(TaskExecutors.BLOCKING)
  HttpResponse<?> filter(MutableHttpResponse<?> response) {
    boolean ours = response.getHeaders().contains("Content-Security-Policy");
    return response.code() < 400 || ours ? response : pages.error(statusOf(response));
  }

  private static HttpStatus statusOf(HttpResponse<?> response) {
    boolean stored =
        RouteAttributes.getException(response)
            .filter(StoreUnavailableException.class::isInstance)
            .isPresent();
    return stored ? HttpStatus.SERVICE_UNAVAILABLE : known(response.code());
  }

  private static HttpStatus known(int code) {
    try {
      return HttpStatus.valueOf(code);
    } catch (IllegalArgumentException e) {
      return HttpStatus.INTERNAL_SERVER_ERROR;
    }
  }
}
