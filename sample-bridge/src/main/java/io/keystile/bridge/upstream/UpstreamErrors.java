package io.keystile.bridge.upstream;

import io.keystile.bridge.wire.ErrorResponse;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.client.exceptions.ReadTimeoutException;
import io.netty.channel.ConnectTimeoutException;
import io.netty.handler.ssl.SslHandshakeTimeoutException;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What callers are told when the server fails: fixed texts, so that it cannot speak through. */
final class UpstreamErrors {

  private static final Logger LOG = LoggerFactory.getLogger(UpstreamErrors.class);

  private UpstreamErrors() {}

  /** 504 for a server that is slow, 502 for one that is down or fails. */
  static HttpResponse<?> of(Throwable failure) {
    return isTimeout(failure)
        ? error(
            HttpStatus.GATEWAY_TIMEOUT,
            "upstream_timeout",
            "The upstream server did not answer in time.")
        : error(
            HttpStatus.BAD_GATEWAY,
            "upstream_unavailable",
            "The upstream server could not be reached or broke off.");
  }

  static void log(Throwable failure) {
    LOG.warn("The upstream server failed: {}", reason(failure));
  }

  static HttpResponse<?> unauthorized() {
    return error(
        HttpStatus.BAD_GATEWAY,
        "upstream_unauthorized",
        "The upstream server refused the credentials of this server.");
  }

  static HttpResponse<?> invalidResponse() {
    return error(
        HttpStatus.BAD_GATEWAY,
        "upstream_invalid_response",
        "The upstream server gave an answer that cannot be passed on.");
  }

  private static boolean isTimeout(Throwable failure) {
    return failure instanceof ReadTimeoutException
        || failure.getCause() instanceof ConnectTimeoutException
        || failure.getCause() instanceof SslHandshakeTimeoutException;
  }

  /** The text of a parser's complaint would repeat what the server sent. */
  private static String reason(Throwable failure) {
    Throwable cause = failure.getCause() == null ? failure : failure.getCause();
    return cause instanceof IOException ? cause.toString() : cause.getClass().getName();
  }

  private static HttpResponse<?> error(HttpStatus status, String code, String message) {
    return HttpResponse.status(status).body(ErrorResponse.of("server_error", code, message));
  }
}
