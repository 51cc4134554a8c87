package io.keystile.auth.keys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.keystile.auth.ApiKeyId;
import io.keystile.auth.Scopes;
import io.keystile.auth.TestStore;
import io.keystile.auth.Verdict;
import io.keystile.auth.policy.Call;
import io.keystile.auth.policy.RequiredScopes;
import io.keystile.auth.secret.KeySecret;
import io.keystile.auth.verify.KeyVerifier;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EnvironmentKeysTest {

  private static final String KEY = "a-key-from-the-environment-0123456789";
  private static final String SETTING = "keystile.api-key";
  private static final String ACCEPTED = "accepted";

  @TempDir Path folder;

  @Test
  void isAcceptedForEverythingButKeystileItself() {
    try (TestStore store = open(KEY)) {
      assertEquals(ACCEPTED, verdict(store, KEY));
      assertEquals(ACCEPTED, verdict(store, KEY, "chat:write"));
      assertEquals("insufficient_scope", verdict(store, KEY, "keystile:admin"));
      assertEquals("invalid_api_key", verdict(store, KEY + "x"));
    }
  }

  @Test
  void isListedFirstAndOnTheFirstPageOnly() {
    try (TestStore store = open(KEY)) {
      store.issue("one");
      store.issue("two");
      KeyPage first = store.keys().search(KeyQuery.ALL, null, 2);
      ManagedKey fixed = first.items().get(0);
      assertEquals(List.of("KEYSTILE_API_KEY", "one"), names(first));
      assertEquals(ManagedKey.Source.ENVIRONMENT, fixed.source());
      assertEquals(Scopes.ALL, fixed.scopes());
      assertFalse(fixed.toString().contains(KEY), "shows no secret");
      assertEquals(List.of("two"), names(store.keys().search(KeyQuery.ALL, first.nextCursor(), 2)));
      assertEquals(fixed, store.keys().get(fixed.id()));
    }
  }

  @Test
  void cannotBeChangedHere() {
    try (TestStore store = open(KEY)) {
      ApiKeyId id = store.keys().search(KeyQuery.ALL, null, 1).items().get(0).id();
      ApiKeys keys = store.keys();
      KeyRotation rotation = store.bean(KeyRotation.class);
      assertThrows(ConflictException.class, () -> keys.disable(id));
      assertThrows(ConflictException.class, () -> keys.enable(id));
      assertThrows(ConflictException.class, () -> keys.delete(id));
      assertThrows(
          ConflictException.class,
          () -> keys.change(id, s -> s.renamed("x"), Set.of(Confirmation.OPEN_ADDRESSES)));
      assertThrows(ConflictException.class, () -> rotation.rotate(id, Duration.ZERO));
      assertEquals(ACCEPTED, verdict(store, KEY));
    }
  }

  @Test
  void oneThatIsTooShortStopsTheStartWithoutBeingPrinted() {
    for (String wrong : List.of("sixteen-letters-", "with a blank in between", "x".repeat(513))) {
      String message = startFault(Map.of(SETTING, wrong));
      assertTrue(message.contains("KEYSTILE_API_KEY"), message);
      assertFalse(message.contains(wrong.substring(0, 8)), message);
    }
    open("seventeen-letters").close();
  }

  @Test
  void oneThatIsGivenTwiceStopsTheStartWithoutBeingPrinted() {
    String message = startFault(Map.of(SETTING, "the-first-key-of-two", "spec.sources", true));
    assertTrue(message.contains("is given twice"), message);
    assertFalse(message.contains("the-first-key-of-two"), message);
  }

  @Test
  void aDatabaseKeyWithTheSameTextComesFirst() {
    try (TestStore store = open("another-key-than-the-one")) {
      store
          .bean(KeyImporter.class)
          .importKeys(List.of(KEY), new KeyImport("imported", Scopes.of("chat:read"), false));
    }
    try (TestStore store = open(KEY)) {
      assertEquals("imported", name(store, KEY));
      assertEquals("insufficient_scope", verdict(store, KEY, "chat:write"));
      ApiKeyId id =
          store.keys().search(KeyQuery.ALL.withText("imported"), null, 1).items().get(0).id();
      store.keys().disable(id);
      assertEquals("disabled_api_key", verdict(store, KEY));
      store.keys().delete(id);
      assertEquals("KEYSTILE_API_KEY", name(store, KEY));
    }
  }

  @Test
  void mayLookLikeAGeneratedKeyWithAWrongChecksum() {
    String wrong = "ks_" + "a".repeat(32);
    try (TestStore store = open(wrong)) {
      store.issue("generated");
      assertEquals(ACCEPTED, verdict(store, wrong));
      assertEquals("invalid_api_key", verdict(store, "ks_" + "b".repeat(32)));
    }
  }

  @Test
  void hasTheDefaultLimits() {
    try (TestStore store = open(KEY, Map.of("keystile.limits.default", "1/1h"))) {
      assertEquals(ACCEPTED, verdict(store, KEY));
      assertEquals("rate_limit_exceeded", verdict(store, KEY));
    }
    try (TestStore store = open(KEY, Map.of("keystile.limits.default-quotas", "1/day"))) {
      assertEquals(ACCEPTED, verdict(store, KEY));
      assertEquals("insufficient_quota", verdict(store, KEY));
    }
  }

  @Test
  void isHashedWithThePepper() {
    try (TestStore store = open(KEY, Map.of("keystile.keys.pepper", "p".repeat(40)))) {
      assertEquals(ACCEPTED, verdict(store, KEY));
    }
  }

  @Test
  void ownSourcesAreAskedInTheirOrder() {
    try (TestStore store = open(KEY, Map.of("spec.sources", true))) {
      assertEquals(
          List.of("FIRST_KEY", "SECOND_KEY", "KEYSTILE_API_KEY"),
          names(store.keys().search(KeyQuery.ALL, null, 10)));
      assertEquals(ACCEPTED, verdict(store, "the-first-key-of-two", "chat:read"));
      assertEquals("insufficient_scope", verdict(store, "the-second-key-of-two", "chat:read"));
    }
  }

  private TestStore open(String key) {
    return open(key, Map.of());
  }

  private TestStore open(String key, Map<String, Object> settings) {
    Map<String, Object> all = new HashMap<>(settings);
    all.put(SETTING, key);
    return TestStore.open(folder.resolve("keys.db"), all);
  }

  private String startFault(Map<String, Object> settings) {
    StringBuilder messages = new StringBuilder();
    Throwable fault =
        assertThrows(
            RuntimeException.class,
            () -> TestStore.open(folder.resolve("keys.db"), settings).close());
    for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
      messages.append(cause.getMessage()).append('\n');
    }
    return messages.toString();
  }

  private static List<String> names(KeyPage page) {
    return page.items().stream().map(ManagedKey::name).toList();
  }

  private static String name(TestStore store, String key) {
    return ((Verdict.Accepted) decide(store, key)).key().name();
  }

  private static String verdict(TestStore store, String key, String... scopes) {
    return decide(store, key, scopes) instanceof Verdict.Rejected refused
        ? refused.reason().code()
        : ACCEPTED;
  }

  private static Verdict decide(TestStore store, String key, String... scopes) {
    List<RequiredScopes> required = List.of(new RequiredScopes(List.of(scopes), false));
    Call call = new Call(store.clock().millis(), null, required);
    return store
        .bean(KeyVerifier.class)
        .verify(KeySecret.of(key), call)
        .toCompletableFuture()
        .join();
  }

  @Singleton
  @Requires(property = "spec.sources")
  static final class Second implements EnvironmentKeySource {
    @Override
    public int getOrder() {
      return 2;
    }

    @Override
    public List<EnvironmentKey> keys() {
      return List.of(
          new EnvironmentKey(
              "SECOND_KEY", KeySecret.of("the-second-key-of-two"), Scopes.of("models")));
    }
  }

  @Singleton
  @Requires(property = "spec.sources")
  static final class First implements EnvironmentKeySource {
    @Override
    public int getOrder() {
      return 1;
    }

    @Override
    public List<EnvironmentKey> keys() {
      return List.of(
          new EnvironmentKey("FIRST_KEY", KeySecret.of("the-first-key-of-two"), Scopes.ALL));
    }
  }
}
