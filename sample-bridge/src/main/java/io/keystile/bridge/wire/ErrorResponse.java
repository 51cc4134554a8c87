package io.keystile.bridge.wire;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import org.jspecify.annotations.Nullable;

/**
 * The body of every failure.
 *
 * @param error what went wrong
 * @since 0.1
 */
@Serdeable
public record ErrorResponse(ErrorObject error) {

  /**
   * What went wrong.
   *
   * @param message for people
   * @param type the kind, such as {@code invalid_request_error}
   * @param param the member of the request that is at fault, or null
   * @param code for programs, or null
   */
  @Serdeable
  @JsonInclude(JsonInclude.Include.ALWAYS)
  public record ErrorObject(
      String message, String type, @Nullable String param, @Nullable String code) {}

  /** An error that names no member of the request. */
  public static ErrorResponse of(String type, @Nullable String code, String message) {
    return new ErrorResponse(new ErrorObject(message, type, null, code));
  }
}
