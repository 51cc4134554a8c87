package io.keystile.auth.management.input;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import org.jspecify.annotations.Nullable;

/**
 * One thing that is wrong with a request: in its body, in a query parameter or in a header.
 *
 * @param pointer where in the body, as a JSON pointer (RFC 6901); empty for the whole body
 * @param parameter which query parameter
 * @param header which header
 * @param detail what is wrong, and what would be right
 */
@Serdeable
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Fault(
    @Nullable String pointer, @Nullable String parameter, @Nullable String header, String detail) {

  /** In the body. */
  public static Fault at(String pointer, String detail) {
    return new Fault(pointer, null, null, detail);
  }

  /** In a query parameter. */
  public static Fault ofParameter(String name, String detail) {
    return new Fault(null, name, null, detail);
  }

  /** In a header. */
  public static Fault ofHeader(String name, String detail) {
    return new Fault(null, null, name, detail);
  }
}
