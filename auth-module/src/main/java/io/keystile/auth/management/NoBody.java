package io.keystile.auth.management;

import io.keystile.auth.management.input.Fault;
import io.keystile.auth.management.input.FaultyInputException;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;

/** Refuses a body where none is read: its sender would believe that it did something. */
final class NoBody {

  private NoBody() {}

  /**
   * Lets requests without a body through.
   *
   * @throws FaultyInputException when there is one
   */
  static void require(HttpRequest<?> request) {
    if (request.getContentLength() > 0
        || request.getHeaders().contains(HttpHeaders.TRANSFER_ENCODING)) {
      throw new FaultyInputException(Fault.at("", "This takes no body."));
    }
  }
}
