package io.keystile.auth.management;

import io.keystile.auth.management.input.Fault;
import io.keystile.auth.web.RequestIds;
import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.context.event.BeanCreatedEventListener;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.context.ServerContextPathProvider;
import io.micronaut.http.server.exceptions.response.ErrorContext;
import io.micronaut.http.server.exceptions.response.ErrorResponseProcessor;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Objects;

/**
 * Makes problems of what the framework answers by itself below the path of management: no such
 * route, wrong method or media type, too large. Everywhere else it leaves such answers alone.
 */
@Singleton
final class ManagementErrors implements BeanCreatedEventListener<ErrorResponseProcessor<Object>> {

  private final String path;

  ManagementErrors(ManagementConfiguration configuration, ServerContextPathProvider context) {
    this.path = Objects.requireNonNullElse(context.getContextPath(), "") + configuration.path();
  }

  @Override
  public ErrorResponseProcessor<Object> onCreated(
      BeanCreatedEvent<ErrorResponseProcessor<Object>> event) {
    ErrorResponseProcessor<Object> others = event.getBean();
    return (context, response) ->
        isOurs(context) ? problem(context, response) : others.processResponse(context, response);
  }

  private boolean isOurs(ErrorContext context) {
    String asked = context.getRequest().getPath();
    return asked.equals(path) || asked.startsWith(path + "/");
  }

  private static MutableHttpResponse<Object> problem(
      ErrorContext context, MutableHttpResponse<?> response) {
    HttpStatus status = response.status();
    return response
        .body((Object) problem(status))
        .contentType(Problem.MEDIA_TYPE)
        .header(RequestIds.HEADER, RequestIds.of(context.getRequest()))
        .header(HttpHeaders.CACHE_CONTROL, "no-store");
  }

  private static Problem problem(HttpStatus status) {
    return switch (status) {
      case NOT_FOUND -> Problem.of(status, "not_found", "There is nothing under this path.");
      case METHOD_NOT_ALLOWED ->
          Problem.of(status, "method_not_allowed", "Allow tells which methods there are.");
      case UNSUPPORTED_MEDIA_TYPE ->
          Problem.of(status, "unsupported_media_type", "Send application/json.");
      case NOT_ACCEPTABLE -> Problem.of(status, "not_acceptable", "Accept application/json.");
      case REQUEST_ENTITY_TOO_LARGE ->
          Problem.of(status, "body_too_large", "The body is larger than this server takes.");
      case INTERNAL_SERVER_ERROR ->
          Problem.of(status, "internal_error", "This did not work. The server's log tells more.");
      case BAD_REQUEST ->
          Problem.of(
              status,
              "invalid_request",
              "The request cannot be taken as it is; errors tells where.",
              List.of(Fault.at("", "The body is missing or cannot be read; send a JSON object.")));
      default -> Problem.of(status, "refused", status.getReason() + ".");
    };
  }
}
