package io.keystile.bridge.error;

import io.keystile.bridge.wire.ErrorResponse;

/**
 * What is said where only the status is known: fixed texts, so that neither the request nor an
 * exception can speak through them.
 */
final class StatusErrors {

  private StatusErrors() {}

  static ErrorResponse of(int status) {
    return switch (status) {
      case 401 -> error("authentication_error", "invalid_api_key", "Authentication failed.");
      case 403 -> error("permission_error", "forbidden", "This is not allowed.");
      case 404 -> invalid("unknown_url", "Unknown request URL. Please check the URL for typos.");
      case 405 ->
          invalid("method_not_supported", "This URL does not support the request's HTTP method.");
      case 406 ->
          invalid("not_acceptable", "No answer of a type that the Accept header allows exists.");
      case 413 -> invalid("request_too_large", "The request body is too large.");
      case 415 -> invalid("unsupported_content_type", "The request body must be application/json.");
      case 429 -> error("rate_limit_error", "rate_limit_exceeded", "Rate limit exceeded");
      default -> byClass(status);
    };
  }

  private static ErrorResponse byClass(int status) {
    return status < 500
        ? ErrorResponse.of("invalid_request_error", null, "The request is not valid.")
        : ErrorResponse.of(
            "server_error", null, "The server had an error while processing your request.");
  }

  private static ErrorResponse invalid(String code, String message) {
    return error("invalid_request_error", code, message);
  }

  private static ErrorResponse error(String type, String code, String message) {
    return ErrorResponse.of(type, code, message);
  }
}
