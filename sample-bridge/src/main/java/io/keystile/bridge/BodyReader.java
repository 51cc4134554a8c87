package io.keystile.bridge;

import io.keystile.bridge.error.ApiException;
import io.micronaut.context.annotation.Context;
import io.micronaut.context.exceptions.ConfigurationException;
import io.micronaut.http.ServerHttpRequest;
import io.micronaut.http.body.CloseableAvailableByteBody;
import io.micronaut.http.exceptions.BufferLengthExceededException;
import io.micronaut.http.exceptions.ContentLengthExceededException;
import io.micronaut.http.server.HttpServerConfiguration;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * Reads a request's body whole, so that nothing is asked of a backend before the size is known and
 * a slow caller holds no connection to it.
 */
@Context
final class BodyReader {

  private final long limit;

  BodyReader(BridgeConfiguration bridge, HttpServerConfiguration server) {
    long serverLimit = Math.min(server.getMaxRequestSize(), server.getMaxRequestBufferSize());
    Long maxBody = bridge.maxBody();
    if (maxBody != null && maxBody > serverLimit) {
      throw new ConfigurationException(
          "keystile.bridge.max-body must not be larger than micronaut.server.max-request-size and"
              + " micronaut.server.max-request-buffer-size, which allow "
              + serverLimit
              + " bytes");
    }
    limit = maxBody == null ? serverLimit : maxBody;
  }

  /** The body, which the caller closes, or an {@link ApiException} when it is too large. */
  CompletionStage<CloseableAvailableByteBody> read(ServerHttpRequest<?> request) {
    if (request.byteBody().expectedLength().orElse(0) > limit) {
      throw ApiException.tooLarge(limit);
    }
    return request.byteBody().buffer().handle(this::checked);
  }

  private CloseableAvailableByteBody checked(
      CloseableAvailableByteBody body, @Nullable Throwable failure) {
    if (failure != null) {
      throw failed(failure);
    }
    if (body.length() > limit) {
      body.close();
      throw ApiException.tooLarge(limit);
    }
    return body;
  }

  private RuntimeException failed(Throwable failure) {
    Throwable cause = failure.getCause() == null ? failure : failure.getCause();
    return isTooLarge(failure) || isTooLarge(cause)
        ? ApiException.tooLarge(limit)
        : new CompletionException(cause);
  }

  private static boolean isTooLarge(Throwable failure) {
    return failure instanceof ContentLengthExceededException
        || failure instanceof BufferLengthExceededException;
  }
}
