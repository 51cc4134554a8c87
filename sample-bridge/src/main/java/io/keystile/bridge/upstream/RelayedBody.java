package io.keystile.bridge.upstream;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.body.CloseableByteBody;

/**
 * The server's body, on its way to the caller.
 *
 * @param headers the server's, which may tell the length
 * @param onLeave what to do when the caller leaves before the end
 */
record RelayedBody(CloseableByteBody bytes, HttpHeaders headers, Runnable onLeave) {}
