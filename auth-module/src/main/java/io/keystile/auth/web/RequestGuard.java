package io.keystile.auth.web;

import io.keystile.auth.ApiKey;
import io.keystile.auth.Reason;
import io.keystile.auth.Verdict;
import io.keystile.auth.guard.Caller;
import io.keystile.auth.guard.Requirement;
import io.keystile.auth.policy.Call;
import io.keystile.auth.policy.ScopeCheck;
import io.keystile.auth.secret.KeySecret;
import io.keystile.auth.verify.KeyVerifier;
import io.keystile.auth.web.PresentedKeys.Reading;
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
 * Checks one request against what its route requires. A cached key is decided here and now, on the
 * event loop; only an unknown one waits for the store.
 */
@Singleton
final class RequestGuard {

  private static final Logger LOG = LoggerFactory.getLogger("keystile.accepted");

  private final AnonymousAccess anonymous;
  private final ClientAddresses addresses;
  private final PresentedKeys keys;
  private final KeyVerifier verifier;
  private final OtherCallers callers;
  private final RefusalRenderer renderer;
  private final RequestThreads threads;
  private final VerdictWatch watch;
  private final Clock clock;

  RequestGuard(
      AnonymousAccess anonymous,
      ClientAddresses addresses,
      PresentedKeys keys,
      KeyVerifier verifier,
      OtherCallers callers,
      RefusalRenderer renderer,
      RequestThreads threads,
      VerdictWatch watch,
      Clock clock) {
    this.anonymous = anonymous;
    this.addresses = addresses;
    this.keys = keys;
    this.verifier = verifier;
    this.callers = callers;
    this.renderer = renderer;
    this.threads = threads;
    this.watch = watch;
    this.clock = clock;
  }

  /**
   * Null lets the request go on. An empty Optional in the stage does so too; a null there would
   * not: the framework takes it for a closed connection and answers 503.
   */
  @Nullable CompletionStage<Optional<MutableHttpResponse<?>>> check(
      HttpRequest<?> request, Requirement requirement) {
    // The filters run again for an error answer.
    if (!requirement.guarded() || KeyAttribute.find(request) != null) {
      return null;
    }
    long started = watch.start();
    ClientAddress client = addresses.of(request);
    if (!client.readable()) {
      return refuse(request, Reason.INVALID_FORWARDED_HEADER, started);
    }
    Verdict off = anonymous.decide(request, client, requirement);
    if (off != null) {
      return answer(request, off, false, started);
    }
    Reading reading = keys.read(request);
    if (reading instanceof Reading.Refused refused) {
      Caller other = callers.find(request, refused.reason());
      if (other != null) {
        Verdict lack = ScopeCheck.check(other.scopes(), null, requirement.scopes());
        return lack == null ? null : answer(request, lack, false, started);
      }
      Verdict block = verifier.findBlock(client.ip(), client.local());
      return block != null
          ? answer(request, block, false, started)
          : refuse(request, refused.reason(), started);
    }
    return verify(request, ((Reading.Found) reading).key(), callOf(client, requirement), started);
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

  private @Nullable CompletionStage<Optional<MutableHttpResponse<?>>> verify(
      HttpRequest<?> request, KeySecret key, Call call, long started) {
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

  private CompletionStage<Optional<MutableHttpResponse<?>>> refuse(
      HttpRequest<?> request, Reason reason, long started) {
    return CompletableFuture.completedFuture(
        settle(request, Verdict.Rejected.of(reason), false, started));
  }

  private @Nullable CompletionStage<Optional<MutableHttpResponse<?>>> answer(
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
