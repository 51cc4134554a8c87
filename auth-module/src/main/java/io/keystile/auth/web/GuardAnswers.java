package io.keystile.auth.web;

import io.keystile.auth.ApiKey;
import io.keystile.auth.Reason;
import io.keystile.auth.Verdict;
import io.keystile.auth.guard.Requirement;
import io.keystile.auth.policy.Call;
import io.keystile.auth.secret.KeySecret;
import io.keystile.auth.verify.KeyVerifier;
import io.micronaut.core.propagation.PropagatedContext;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Turns verdicts into what a filter hands to the framework, and notes them with the request.
 *
 * <p>Null lets the request go on. An empty Optional in the stage does so too; a null there would
 * not: the framework takes it for a closed connection and answers 503. Times are those of {@link
 * VerdictWatch#start}. Safe for several threads.
 */
@Singleton
final class GuardAnswers {

  private static final Logger LOG = LoggerFactory.getLogger("keystile.accepted");

  private final KeyVerifier verifier;
  private final RefusalRenderer renderer;
  private final RequestThreads threads;
  private final VerdictWatch watch;
  private final Clock clock;

  GuardAnswers(
      KeyVerifier verifier,
      RefusalRenderer renderer,
      RequestThreads threads,
      VerdictWatch watch,
      Clock clock) {
    this.verifier = verifier;
    this.renderer = renderer;
    this.threads = threads;
    this.watch = watch;
    this.clock = clock;
  }

  private Call callOf(ClientAddress client, Requirement requirement) {
    return new Call(
        clock.millis(),
        client.ip(),
        client.local(),
        requirement.scopes(),
        requirement.cost(),
        requirement.identify());
  }

  /** Checks the key: at once when it is at hand, else after the store was asked. */
  @Nullable CompletionStage<Optional<MutableHttpResponse<?>>> verify(
      HttpRequest<?> request,
      KeySecret key,
      ClientAddress client,
      Requirement requirement,
      long started) {
    Call call = callOf(client, requirement);
    Verdict now = verifier.verifyNow(key, call);
    if (now != null) {
      return answer(request, now, true, started);
    }
    PropagatedContext context = PropagatedContext.getOrEmpty();
    return verifier
        .verifyLater(key, call)
        .thenApplyAsync(
            verdict -> context.propagate(() -> settle(request, verdict, true, started)),
            threads.of(request));
  }

  /** Refuses a request in which no key was presented. */
  CompletionStage<Optional<MutableHttpResponse<?>>> refuse(
      HttpRequest<?> request, Reason reason, long started) {
    return CompletableFuture.completedFuture(
        settle(request, Verdict.Rejected.of(reason), false, started));
  }

  /** Says what comes of the verdict. */
  @Nullable CompletionStage<Optional<MutableHttpResponse<?>>> answer(
      HttpRequest<?> request, Verdict verdict, boolean presented, long started) {
    if (verdict instanceof Verdict.Accepted accepted) {
      watch.decided(verdict, started);
      accept(request, accepted);
      return null;
    }
    return CompletableFuture.completedFuture(settle(request, verdict, presented, started));
  }

  private Optional<MutableHttpResponse<?>> settle(
      HttpRequest<?> request, Verdict verdict, boolean presented, long started) {
    watch.decided(verdict, started);
    if (verdict instanceof Verdict.Accepted accepted) {
      accept(request, accepted);
      return Optional.empty();
    }
    Verdict.Rejected rejected = (Verdict.Rejected) verdict;
    LimitAttribute.set(request, rejected.limits());
    return Optional.of(renderer.render(request, rejected, presented));
  }

  private static void accept(HttpRequest<?> request, Verdict.Accepted accepted) {
    ApiKey key = accepted.key();
    KeyAttribute.set(request, key);
    LimitAttribute.set(request, accepted.limits());
    if (LOG.isDebugEnabled()) {
      LOG.debug("Accepted {} for {}", key.id(), request.getMethodName());
    }
  }
}
