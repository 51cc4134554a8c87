package io.keystile.app.console;

import io.micronaut.http.HttpStatus;

/**
 * Says that something did not work, and what to do.
 *
 * @param status the status of the answer
 * @param title what happened
 * @param advice what to do
 */
public record ErrorPage(HttpStatus status, String title, String advice) implements Page {

  static ErrorPage of(HttpStatus status) {
    return switch (status) {
      case FORBIDDEN ->
          new ErrorPage(
              status, "You may not do this", "Ask an administrator of this console to do it.");
      case NOT_FOUND ->
          new ErrorPage(
              status, "There is nothing here", "It may have been deleted, or the link is wrong.");
      case METHOD_NOT_ALLOWED ->
          new ErrorPage(status, "That cannot be done here", "Go back and use the page's buttons.");
      case REQUEST_ENTITY_TOO_LARGE ->
          new ErrorPage(status, "That is too much at once", "Go back and send less.");
      case SERVICE_UNAVAILABLE ->
          new ErrorPage(
              status,
              "The database does not answer",
              "Nothing was changed. Try again in a moment.");
      default ->
          status.getCode() >= 500
              ? new ErrorPage(
                  status, "Something went wrong here", "It is in the log. Try again in a moment.")
              : new ErrorPage(
                  status,
                  "That could not be understood",
                  "Go back, reload the page and try again.");
    };
  }

  @Override
  public String template() {
    return "error/error.jte";
  }

  @Override
  public Section section() {
    return Section.NONE;
  }
}
