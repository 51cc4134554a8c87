package io.keystile.auth.web;

import io.keystile.auth.guard.Requirement;
import io.keystile.auth.web.PresentedKeys.Reading;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/**
 * Decides before any filter runs, when the framework asks filters which of them want a request:
 * running them costs more than deciding. That a key was presented is enough to be decided on; a
 * request without one waits for {@link RequestGuard}, because filters before it may vouch for its
 * caller or answer it. All wait where verdicts are listened to, as for the spans of traces: those
 * are put up by filters before the guard.
 */
@Singleton
final class EarlyGuard {

  private final AnonymousAccess anonymous;
  private final ClientAddresses addresses;
  private final PresentedKeys keys;
  private final GuardAnswers answers;
  private final VerdictWatch watch;

  EarlyGuard(
      AnonymousAccess anonymous,
      ClientAddresses addresses,
      PresentedKeys keys,
      GuardAnswers answers,
      VerdictWatch watch) {
    this.anonymous = anonymous;
    this.addresses = addresses;
    this.keys = keys;
    this.answers = answers;
    this.watch = watch;
  }

  /**
   * Whether the request is accepted by now. Decides at most once on each request; what else than an
   * acceptance comes of it is left for the filter as an {@link EarlyAnswer}.
   *
   * @param requirement of a guarded route
   */
  boolean accepts(HttpRequest<?> request, Requirement requirement) {
    if (KeyAttribute.find(request) != null) {
      return true;
    }
    if (watch.isListenedTo() || EarlyAnswer.find(request) != null) {
      return false;
    }
    try {
      return isAccepted(request, requirement);
    } catch (RuntimeException e) {
      // It fails again where the framework expects it, and the request is refused.
      return false;
    }
  }

  private boolean isAccepted(HttpRequest<?> request, Requirement requirement) {
    long started = watch.start();
    ClientAddress client = addresses.of(request);
    if (!client.readable()
        || anonymous.isAllowed()
        || !(keys.read(request) instanceof Reading.Found found)) {
      return false;
    }
    CompletionStage<Optional<MutableHttpResponse<?>>> answer =
        answers.verify(request, found.key(), client, requirement, started);
    if (answer != null) {
      EarlyAnswer.set(request, answer);
    }
    return answer == null;
  }
}
