package io.keystile.auth.web;

import io.keystile.auth.ApiKey;
import io.keystile.auth.Reason;
import io.keystile.auth.Verdict;
import io.keystile.auth.policy.Call;
import io.keystile.auth.secret.KeySecret;
import io.keystile.auth.verify.KeyVerifier;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * Checks a key on a route that does not ask for one, where somebody else decides who may enter. The
 * request goes on whatever the key is worth; an accepted key stands in {@link KeyAttribute} then,
 * and a refused one leaves the caller a stranger. Safe for several threads.
 *
 * @since 0.1
 */
@Singleton
public final class OptionalKeys {

  private static final String REFUSED = OptionalKeys.class.getName();
  private static final Verdict INVALID_FORWARDED_HEADER =
      Verdict.Rejected.of(Reason.INVALID_FORWARDED_HEADER);
  private static final Verdict CONFLICT = Verdict.Rejected.of(Reason.CONFLICTING_API_KEYS);

  private final RouteProtections protections;
  private final OptionalKeyReader keys;
  private final ClientAddresses addresses;
  private final KeyVerifier verifier;
  private final RefusalRenderer renderer;
  private final RequestThreads threads;
  private final Clock clock;

  OptionalKeys(
      RouteProtections protections,
      OptionalKeyReader keys,
      ClientAddresses addresses,
      KeyVerifier verifier,
      RefusalRenderer renderer,
      RequestThreads threads,
      Clock clock) {
    this.protections = protections;
    this.keys = keys;
    this.addresses = addresses;
    this.verifier = verifier;
    this.renderer = renderer;
    this.threads = threads;
    this.clock = clock;
  }

  /**
   * Checks the key of the request once, if it has any and its route asks for none.
   *
   * @return null when there is nothing to wait for, else a stage that ends empty
   */
  public @Nullable CompletionStage<Optional<MutableHttpResponse<?>>> check(HttpRequest<?> request) {
    if (KeyAttribute.find(request) != null
        || findRefusal(request) != null
        || protections.isGuarded(request)) {
      return null;
    }
    List<KeySecret> found = keys.read(request);
    return found.isEmpty() ? null : check(request, found);
  }

  private @Nullable CompletionStage<Optional<MutableHttpResponse<?>>> check(
      HttpRequest<?> request, List<KeySecret> found) {
    ClientAddress client = addresses.of(request);
    if (found.size() > 1 || !client.readable()) {
      settle(request, client.readable() ? CONFLICT : INVALID_FORWARDED_HEADER);
      return null;
    }
    KeySecret key = found.get(0);
    Call call = new Call(clock.millis(), client.ip(), client.local(), List.of(), 1);
    Verdict now = verifier.verifyNow(key, call);
    if (now != null) {
      settle(request, now);
      return null;
    }
    return verifier
        .verifyLater(key, call)
        .thenApplyAsync(verdict -> settle(request, verdict), threads.of(request));
  }

  /**
   * Our words for a request that was turned away because nobody knew its caller.
   *
   * @return the answer, or null when no key of ours was refused
   */
  public @Nullable MutableHttpResponse<?> explainStranger(HttpRequest<?> request) {
    Verdict.Rejected refused = findRefusal(request);
    return refused == null ? null : render(request, refused);
  }

  /**
   * Our words for a request that was turned away although its key was accepted.
   *
   * @param asked one of which the key would have needed; empty when that is not known
   * @return the answer, or null when no key was accepted
   */
  public @Nullable MutableHttpResponse<?> explainForbidden(
      HttpRequest<?> request, List<String> asked) {
    ApiKey key = KeyAttribute.find(request);
    return key == null ? null : render(request, MissingRoles.refusal(key, asked));
  }

  private MutableHttpResponse<?> render(HttpRequest<?> request, Verdict.Rejected verdict) {
    LimitAttribute.set(request, verdict.limits());
    return renderer.render(request, verdict, true);
  }

  private static Optional<MutableHttpResponse<?>> settle(HttpRequest<?> request, Verdict verdict) {
    if (verdict instanceof Verdict.Accepted accepted) {
      KeyAttribute.set(request, accepted.key());
      LimitAttribute.set(request, accepted.limits());
    } else {
      request.setAttribute(REFUSED, verdict);
    }
    return Optional.empty();
  }

  private static Verdict.@Nullable Rejected findRefusal(HttpRequest<?> request) {
    return RequestAttributes.find(request, REFUSED, Verdict.Rejected.class);
  }
}
