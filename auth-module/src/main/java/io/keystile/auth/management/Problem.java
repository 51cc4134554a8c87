package io.keystile.auth.management;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.keystile.auth.management.input.Fault;
import io.micronaut.http.HttpStatus;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why a request was not done (RFC 9457).
 *
 * @param type always about:blank
 * @param title the name of the status
 * @param status the status of the answer
 * @param detail what is wrong, and what to do about it
 * @param code the same in a form for programs
 * @param errors every fault of the request, where it was faulty
 */
@Serdeable
@Schema(name = "Problem")
@JsonInclude(JsonInclude.Include.NON_NULL)
record Problem(
    String type,
    String title,
    int status,
    String detail,
    String code,
    @Nullable List<Fault> errors) {

  static final String MEDIA_TYPE = "application/problem+json";

  static Problem of(HttpStatus status, String code, String detail) {
    return new Problem("about:blank", status.getReason(), status.getCode(), detail, code, null);
  }

  static Problem of(HttpStatus status, String code, String detail, List<Fault> faults) {
    return new Problem("about:blank", status.getReason(), status.getCode(), detail, code, faults);
  }
}
