package io.keystile.auth.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.keystile.auth.ApiKeyId;
import io.keystile.auth.Reason;
import io.keystile.auth.Scopes;
import io.keystile.auth.TestClock;
import io.keystile.auth.TestStore;
import io.keystile.auth.Verdict;
import io.keystile.auth.keys.IssuedKey;
import io.keystile.auth.keys.KeySettings;
import io.keystile.auth.keys.StoredKey;
import io.keystile.auth.verify.KeyVerifier;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PolicyTest {

  private static final Reason CURFEW = new Reason("curfew", 403, "permission_error", "Too late.");
  private static final Duration MILLI = Duration.ofMillis(1);
  private static final List<RequiredScopes> WRITE =
      List.of(new RequiredScopes(List.of("chat:write"), false));

  @TempDir Path folder;
  private TestStore store;

  @BeforeEach
  void open() {
    store = TestStore.open(folder.resolve("keys.db"), Map.of("spec.name", "PolicyTest"));
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void refusesAtTheInstantOfExpiryAndNotAMillisecondBefore() {
    Instant expiry = TestClock.START.plusSeconds(60);
    IssuedKey key = issue(KeySettings.named("short").validBetween(null, expiry));
    store.clock().set(expiry.minus(MILLI));
    assertAccepted(key);
    store.clock().set(expiry);
    assertRefused(Reason.EXPIRED_API_KEY, key);
    store.clock().set(expiry.minus(MILLI));
    assertAccepted(key);
  }

  @Test
  void refusesAnExpiredKeyThatWasNeverCached() {
    Instant expiry = TestClock.START.plusSeconds(60);
    IssuedKey key = issue(KeySettings.named("short").validBetween(null, expiry));
    store.clock().set(expiry);
    assertRefused(Reason.EXPIRED_API_KEY, key);
  }

  @Test
  void acceptsFromTheFirstInstantOnAndNotAMillisecondBefore() {
    Instant start = TestClock.START.plusSeconds(60);
    IssuedKey key = issue(KeySettings.named("later").validBetween(start, null));
    store.clock().set(start.minus(MILLI));
    Verdict.Rejected refusal = assertRefused(Reason.INACTIVE_API_KEY, key);
    assertEquals("This API key is not valid before 2027-01-31T09:01:00Z.", refusal.message());
    store.clock().set(start);
    assertAccepted(key);
  }

  @Test
  void namesTheFirstThingThatIsWrong() {
    Instant start = TestClock.START.plusSeconds(60);
    Instant end = start.plusSeconds(60);
    IssuedKey key =
        issue(KeySettings.named("all").withScopes(Scopes.NONE).validBetween(start, end));
    store.keys().disable(key.key().id());
    assertRefused(Reason.DISABLED_API_KEY, key, WRITE);
    store.keys().enable(key.key().id());
    assertRefused(Reason.INACTIVE_API_KEY, key, WRITE);
    store.clock().set(end);
    assertRefused(Reason.EXPIRED_API_KEY, key, WRITE);
    store.clock().set(start);
    Verdict.Rejected refusal = assertRefused(Reason.INSUFFICIENT_SCOPE, key, WRITE);
    assertEquals(List.of("chat:write"), refusal.missingScopes());
    assertEquals("This API key lacks the scope chat:write.", refusal.message());
  }

  @Test
  void asksAnApplicationsOwnCheckInItsOrder() {
    IssuedKey key = issue(KeySettings.named("curfew"));
    assertRefused(CURFEW, key);
    store.keys().disable(key.key().id());
    assertRefused(Reason.DISABLED_API_KEY, key);
  }

  @Test
  void refusesWhenAnApplicationsOwnCheckFails() {
    IssuedKey key = issue(KeySettings.named("throws"));
    assertRefused(Reason.KEY_STORE_UNAVAILABLE, key);
    assertRefused(Reason.KEY_STORE_UNAVAILABLE, key);
  }

  @Test
  void asksACheckOnlyAboutKeysThatItConcerns() {
    assertAccepted(issue(KeySettings.named("curfew, but spared")));
    assertRefused(Reason.KEY_STORE_UNAVAILABLE, issue(KeySettings.named("puzzles")));
  }

  @Test
  void asksAgainWhomAChangedKeyConcerns() {
    IssuedKey key = issue(KeySettings.named("changed"));
    assertAccepted(key);
    store.keys().disable(key.key().id());
    assertRefused(Reason.DISABLED_API_KEY, key);
  }

  @Test
  void needsEveryGuardsScopes() {
    RequiredScopes read = new RequiredScopes(List.of("chat:read"), false);
    IssuedKey key = issue(KeySettings.named("writer").withScopes(Scopes.of("chat:write")));
    assertRefused(Reason.INSUFFICIENT_SCOPE, key, List.of(WRITE.get(0), read));
    assertAccepted(key, WRITE);
  }

  @Test
  void needsOneOfSeveralScopes() {
    RequiredScopes any = new RequiredScopes(List.of("a", "b"), true);
    IssuedKey none = issue(KeySettings.named("none").withScopes(Scopes.NONE));
    Verdict.Rejected refusal = assertRefused(Reason.INSUFFICIENT_SCOPE, none, List.of(any));
    assertEquals("This API key needs one of these scopes: a, b.", refusal.message());
    assertAccepted(issue(KeySettings.named("one").withScopes(Scopes.of("b"))), List.of(any));
    assertAccepted(none, List.of(new RequiredScopes(List.of(), true)));
    assertAccepted(none, List.of(new RequiredScopes(List.of(), false)));
  }

  private IssuedKey issue(KeySettings request) {
    return store.keys().issue(request);
  }

  private void assertAccepted(IssuedKey key) {
    assertAccepted(key, List.of());
  }

  private void assertAccepted(IssuedKey key, List<RequiredScopes> required) {
    ApiKeyId id = assertInstanceOf(Verdict.Accepted.class, verify(key, required)).key().id();
    assertEquals(key.key().id(), id);
  }

  private Verdict.Rejected assertRefused(Reason reason, IssuedKey key) {
    return assertRefused(reason, key, List.of());
  }

  private Verdict.Rejected assertRefused(
      Reason reason, IssuedKey key, List<RequiredScopes> required) {
    Verdict.Rejected refusal = assertInstanceOf(Verdict.Rejected.class, verify(key, required));
    assertEquals(reason, refusal.reason());
    return refusal;
  }

  private Verdict verify(IssuedKey key, List<RequiredScopes> required) {
    return store
        .bean(KeyVerifier.class)
        .verify(key.secret(), new Call(store.clock().millis(), null, required))
        .toCompletableFuture()
        .join();
  }

  /** What an application may bring. */
  @Singleton
  @Requires(property = "spec.name", value = "PolicyTest")
  static class CurfewCheck implements KeyCheck {

    @Override
    public String name() {
      return "curfew";
    }

    @Override
    public int getOrder() {
      return ENABLED_ORDER + 1;
    }

    @Override
    public boolean concerns(StoredKey key) {
      if (key.key().name().equals("puzzles")) {
        throw new IllegalStateException("this check is broken");
      }
      return !key.key().name().endsWith("spared");
    }

    @Override
    public Verdict.@Nullable Rejected check(StoredKey key, Call call) {
      if (key.key().name().equals("throws")) {
        throw new IllegalStateException("this check is broken");
      }
      return key.key().name().startsWith("curfew")
          ? Verdict.Rejected.of(CURFEW, key.key().id())
          : null;
    }
  }
}
