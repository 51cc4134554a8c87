package io.keystile.bridge.upstream;

import io.micronaut.http.body.CloseableByteBody;

/** The server's body, on its way to the caller. */
record RelayedBody(CloseableByteBody bytes) {}
