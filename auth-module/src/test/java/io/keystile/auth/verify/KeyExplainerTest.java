package io.keystile.auth.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.keystile.auth.Scopes;
import io.keystile.auth.TestStore;
import io.keystile.auth.Verdict;
import io.keystile.auth.address.AddressEntry;
import io.keystile.auth.address.ClientIp;
import io.keystile.auth.keys.AccessWindow;
import io.keystile.auth.keys.Accounts;
import io.keystile.auth.keys.IssuedKey;
import io.keystile.auth.keys.KeyLimits;
import io.keystile.auth.keys.KeySettings;
import io.keystile.auth.policy.Call;
import io.keystile.auth.policy.CheckOutcome;
import io.keystile.auth.policy.RequiredScopes;
import io.keystile.auth.secret.KeyGenerator;
import io.keystile.auth.secret.KeySecret;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyExplainerTest {

  private static final List<String> CHECKS =
      List.of(
          "format",
          "known",
          "enabled",
          "owner",
          "not-before",
          "expiry",
          "access-window",
          "global addresses",
          "addresses",
          "scopes",
          "limits");

  @TempDir Path folder;

  @Test
  void namesEveryCheckInItsOrderWhenAllPass() {
    try (TestStore store = open(Map.of())) {
      IssuedKey key = store.issue("k");
      Explanation explanation = explain(store, key.secret());
      assertEquals(CHECKS, names(explanation, true));
      assertEquals("k", name(explanation));
      assertInstanceOf(Verdict.Accepted.class, explanation.verdict());
    }
  }

  @Test
  void tellsEverythingThatIsWrongAndWhatACallerWouldHear() {
    try (TestStore store = open(Map.of("keystile.addresses.deny", "203.0.113.7"))) {
      IssuedKey key = store.keys().issue(wrong(store));
      store.keys().disable(key.key().id());
      store.bean(Accounts.class).setEnabled("ann", false);
      Explanation explanation = explain(store, key.secret());
      assertEquals("disabled_api_key", code(explanation));
      assertEquals(
          List.of(
              "enabled",
              "owner",
              "not-before",
              "access-window",
              "global addresses",
              "addresses",
              "scopes"),
          names(explanation, false));
      store.clock().advance(Duration.ofDays(2));
      assertTrue(names(explain(store, key.secret()), false).contains("expiry"));
      explanation.checks().stream()
          .filter(check -> !check.passed())
          .forEach(check -> assertTrue(check.detail() != null, check.check()));
    }
  }

  @Test
  void saysWhetherATextLooksLikeAKeyAndWhetherItIsKnown() {
    try (TestStore store = open(Map.of())) {
      store.issue("k");
      Explanation cut = explain(store, KeySecret.of("ks_cut"));
      assertEquals(List.of("format"), names(cut, false));
      assertEquals("invalid_api_key", code(cut));
      assertNull(cut.key());
      Explanation unknown = explain(store, store.bean(KeyGenerator.class).generate("ks_"));
      assertEquals(List.of("format"), names(unknown, true));
      assertEquals(List.of("known"), names(unknown, false));
      assertEquals("invalid_api_key", code(unknown));
    }
  }

  @Test
  void looksAtLimitsWithoutUsingThemUp() {
    try (TestStore store = open(Map.of())) {
      KeyLimits limits = KeyLimits.parse(List.of("2/1h"), List.of("1/day"));
      IssuedKey key = store.keys().issue(KeySettings.named("k").limitedTo(limits));
      for (int i = 0; i < 5; i++) {
        assertInstanceOf(Verdict.Accepted.class, explain(store, key.secret()).verdict());
      }
      assertInstanceOf(Verdict.Accepted.class, verify(store, key.secret()));
      Explanation explanation = explain(store, key.secret());
      assertEquals(List.of("limits"), names(explanation, false));
      assertEquals("insufficient_quota", code(explanation));
    }
  }

  @Test
  void knowsKeysUnderAnOlderPepper() {
    IssuedKey key;
    try (TestStore store = open(Map.of("keystile.keys.pepper", "o".repeat(40)))) {
      key = store.issue("old");
    }
    Map<String, Object> both =
        Map.of(
            "keystile.keys.pepper", "n".repeat(40), "keystile.keys.older-peppers", "o".repeat(40));
    try (TestStore store = open(both)) {
      assertEquals("old", name(explain(store, key.secret())));
    }
  }

  @Test
  void knowsKeysFromTheEnvironment() {
    String text = "ks_" + "a".repeat(32);
    try (TestStore store = open(Map.of("keystile.api-key", text))) {
      assertEquals("KEYSTILE_API_KEY", name(explain(store, KeySecret.of(text))));
    }
  }

  @Test
  void countsNoFailure() {
    try (TestStore store = open(Map.of())) {
      IssuedKey key = store.issue("k");
      for (int i = 0; i < 10; i++) {
        assertEquals("invalid_api_key", code(explain(store, KeySecret.of("ks_wrong"))));
      }
      assertInstanceOf(Verdict.Accepted.class, verify(store, key.secret()));
    }
  }

  private static KeySettings wrong(TestStore store) {
    store.bean(Accounts.class).create("ann", null, Scopes.ALL);
    return KeySettings.named("k")
        .ownedBy("ann")
        .withScopes(Scopes.of("models"))
        .validBetween(
            store.clock().instant().plusSeconds(60),
            store.clock().instant().plus(Duration.ofDays(1)))
        .during(List.of(AccessWindow.parse("Mon-Fri 01:00-01:15")))
        .from(List.of(AddressEntry.of("10.0.0.0/8")), List.of());
  }

  private TestStore open(Map<String, Object> settings) {
    return TestStore.open(folder.resolve("keys.db"), settings);
  }

  private static Explanation explain(TestStore store, KeySecret secret) {
    return store.bean(KeyExplainer.class).explain(secret, call(store));
  }

  private static Verdict verify(TestStore store, KeySecret secret) {
    return store.bean(KeyVerifier.class).verify(secret, call(store)).toCompletableFuture().join();
  }

  private static Call call(TestStore store) {
    List<RequiredScopes> required = List.of(new RequiredScopes(List.of("chat:write"), false));
    return new Call(store.clock().millis(), ClientIp.parse("203.0.113.7"), required);
  }

  private static List<String> names(Explanation explanation, boolean passed) {
    return explanation.checks().stream()
        .filter(check -> check.passed() == passed)
        .map(CheckOutcome::check)
        .toList();
  }

  private static String name(Explanation explanation) {
    return explanation.key() == null ? "" : explanation.key().name();
  }

  private static String code(Explanation explanation) {
    return assertInstanceOf(Verdict.Rejected.class, explanation.verdict()).reason().code();
  }
}
