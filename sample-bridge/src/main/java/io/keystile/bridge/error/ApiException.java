package io.keystile.bridge.error;

import io.keystile.bridge.wire.ErrorResponse;
import io.micronaut.http.HttpStatus;
import org.jspecify.annotations.Nullable;

/**
 * Thrown when a request cannot be answered for a reason its caller may know.
 *
 * @since 0.1
 */
public final class ApiException extends RuntimeException {

  private static final long serialVersionUID = 1L;
  private static final String INVALID_REQUEST = "invalid_request_error";

  private final HttpStatus status;
  private final transient ErrorResponse body;

  private ApiException(
      HttpStatus status, @Nullable String param, @Nullable String code, String message) {
    super(message, null, false, false);
    this.status = status;
    this.body =
        new ErrorResponse(new ErrorResponse.ErrorObject(message, INVALID_REQUEST, param, code));
  }

  /** 400: a member of the request is at fault, or with a null {@code param} the whole of it. */
  public static ApiException badRequest(
      @Nullable String param, @Nullable String code, String message) {
    return new ApiException(HttpStatus.BAD_REQUEST, param, code, message);
  }

  /** 404: nobody here answers under that name. */
  public static ApiException modelNotFound() {
    return new ApiException(
        HttpStatus.NOT_FOUND,
        "model",
        "model_not_found",
        "The model does not exist. GET /v1/models lists the models that do.");
  }

  /** 413: the body is over the limit, in bytes. */
  public static ApiException tooLarge(long limit) {
    return new ApiException(
        HttpStatus.REQUEST_ENTITY_TOO_LARGE,
        null,
        "request_too_large",
        "The request body is larger than " + limit + " bytes.");
  }

  HttpStatus status() {
    return status;
  }

  ErrorResponse body() {
    return body;
  }
}
