package io.keystile.auth.web;

import io.keystile.auth.Reason;
import io.keystile.auth.Verdict;
import io.keystile.auth.guard.Caller;
import io.keystile.auth.guard.Requirement;
import io.keystile.auth.policy.ScopeCheck;
import io.keystile.auth.verify.KeyVerifier;
import io.keystile.auth.web.PresentedKeys.Reading;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * Checks one request against what its route requires. A cached key is decided here and now, on the
 * event loop; only an unknown one waits for the store.
 */
@Singleton
final class RequestGuard {

  private final AnonymousAccess anonymous;
  private final ClientAddresses addresses;
  private final PresentedKeys keys;
  private final KeyVerifier verifier;
  private final OtherCallers callers;
  private final GuardAnswers answers;
  private final VerdictWatch watch;

  RequestGuard(
      AnonymousAccess anonymous,
      ClientAddresses addresses,
      PresentedKeys keys,
      KeyVerifier verifier,
      OtherCallers callers,
      GuardAnswers answers,
      VerdictWatch watch) {
    this.anonymous = anonymous;
    this.addresses = addresses;
    this.keys = keys;
    this.verifier = verifier;
    this.callers = callers;
    this.answers = answers;
    this.watch = watch;
  }

  /** Checks the request, unless that was done; see {@link GuardAnswers} for what it returns. */
  @Nullable CompletionStage<Optional<MutableHttpResponse<?>>> check(
      HttpRequest<?> request, Requirement requirement) {
    // The filters run again for an error answer.
    if (!requirement.guarded() || KeyAttribute.find(request) != null) {
      return null;
    }
    EarlyAnswer early = EarlyAnswer.find(request);
    return early == null ? decide(request, requirement) : early.stage();
  }

  private @Nullable CompletionStage<Optional<MutableHttpResponse<?>>> decide(
      HttpRequest<?> request, Requirement requirement) {
    long started = watch.start();
    ClientAddress client = addresses.of(request);
    if (!client.readable()) {
      return answers.refuse(request, Reason.INVALID_FORWARDED_HEADER, started);
    }
    Verdict off = anonymous.decide(request, client, requirement);
    if (off != null) {
      return answers.answer(request, off, false, started);
    }
    Reading reading = keys.read(request);
    if (reading instanceof Reading.Refused refused) {
      Caller other = callers.find(request, refused.reason());
      if (other != null) {
        Verdict lack = ScopeCheck.check(other.scopes(), null, requirement.scopes());
        return lack == null ? null : answers.answer(request, lack, false, started);
      }
      Verdict block = verifier.findBlock(client.ip(), client.local());
      return block != null
          ? answers.answer(request, block, false, started)
          : answers.refuse(request, refused.reason(), started);
    }
    return answers.verify(request, ((Reading.Found) reading).key(), client, requirement, started);
  }
}
