package io.keystile.bridge.upstream;

import io.keystile.bridge.capture.CapturedExchange;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.body.CloseableByteBody;
import org.jspecify.annotations.Nullable;

/**
 * The server's body, on its way to the caller.
 *
 * @param headers the server's, which may tell the length
 * @param onLeave what to do when the caller leaves before the end
 * @param capture what notes the bytes, or null when nothing does
 */
record RelayedBody(
    CloseableByteBody bytes,
    HttpHeaders headers,
    Runnable onLeave,
    @Nullable CapturedExchange capture) {}
