package io.keystile.auth.web;

import io.micronaut.context.annotation.DefaultImplementation;
import io.micronaut.http.HttpRequest;
import java.util.concurrent.Executor;

/**
 * Leads back to the thread that a request came on. The framework carries on with a request wherever
 * its filter was done; on a thread of the store, the first message of a WebSocket could overtake
 * its handler and be lost, and reactive controllers would run where blocking work belongs.
 */
@DefaultImplementation(AnyRequestThreads.class)
interface RequestThreads {

  /** Runs on the thread of the request, or at once where the server does not tell. */
  Executor of(HttpRequest<?> request);
}
