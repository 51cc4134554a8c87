package io.keystile.auth.web;

import io.keystile.auth.Reason;
import io.keystile.auth.guard.Caller;
import io.keystile.auth.guard.Callers;
import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/**
 * Finds callers of management that present no key, but for whom another source vouches: the
 * console's sessions. Everywhere else a key is needed: a browser sends its cookies along whoever
 * wrote the page, and only management looks at where a request comes from.
 */
@Singleton
final class OtherCallers {

  private final Callers callers;
  private final ManagementRoutes management;

  OtherCallers(Callers callers, ManagementRoutes management) {
    this.callers = callers;
    this.management = management;
  }

  /** The caller, or null when there is none, or a key has to be asked for. */
  @Nullable Caller find(HttpRequest<?> request, Reason reason) {
    return reason.equals(Reason.MISSING_AUTHORIZATION) && management.matches(request)
        ? callers.findCaller()
        : null;
  }
}
