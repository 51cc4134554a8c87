package io.keystile.auth.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.keystile.auth.CountingStore;
import io.keystile.auth.MovingClock;
import io.keystile.auth.Scopes;
import io.keystile.auth.TestServer;
import io.keystile.auth.address.AddressEntry;
import io.keystile.auth.keys.AccessWindow;
import io.keystile.auth.keys.Accounts;
import io.keystile.auth.keys.ApiKeys;
import io.keystile.auth.keys.IssuedKey;
import io.keystile.auth.keys.KeyLimits;
import io.keystile.auth.keys.KeyRotation;
import io.keystile.auth.keys.KeySettings;
import io.keystile.auth.settings.AuthenticationSwitch;
import io.keystile.auth.usage.KeyUses;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every route is guarded here, so that both filters come by. */
class MeTest {

  static final String SPEC = "MeTest";
  private static final String START = "2027-01-31T09:00:00Z";
  private static final String ME = "/holder/me";

  @TempDir static Path folder;
  private static TestServer server;

  @BeforeAll
  static void start() {
    server =
        TestServer.start(
            SPEC,
            folder,
            Map.of(
                "micronaut.server.host", "127.0.0.1",
                "keystile.me.enabled", "yes",
                "keystile.me.path", ME,
                "keystile.guard", "all",
                "keystile.trusted-proxies", "127.0.0.1",
                "keystile.usage.flush-interval", "1h",
                "spec.counting", true));
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @BeforeEach
  void reset() {
    clock().moveTo(START);
  }

  @Test
  void refusesWhoHoldsNoKey() {
    assertCode(401, "missing_authorization", server.get(ME));
    assertCode(401, "invalid_api_key", server.get(ME, "X-API-Key", "ks_wrong"));
    IssuedKey one = issue(KeySettings.named("one"));
    IssuedKey two = issue(KeySettings.named("two"));
    String secret = two.secret().exposeText();
    assertCode(400, "conflicting_api_keys", me(one, "X-API-Key", secret));
  }

  @Test
  void refusesADisabledKeyAndOneOfADisabledOwner() {
    server.bean(Accounts.class).create("ann", null, Scopes.ALL);
    IssuedKey key = issue(KeySettings.named("k").ownedBy("ann"));
    assertEquals(200, me(key).statusCode());
    server.bean(Accounts.class).setEnabled("ann", false);
    assertCode(401, "disabled_api_key", me(key));
    server.bean(Accounts.class).setEnabled("ann", true);
    assertEquals(200, me(key).statusCode());
    server.bean(ApiKeys.class).disable(key.key().id());
    assertCode(401, "disabled_api_key", me(key));
  }

  @Test
  void holdsTheListsOfAddresses() {
    KeySettings settings =
        KeySettings.named("k").from(List.of(AddressEntry.of("192.0.2.0/24")), List.of());
    IssuedKey key = issue(settings);
    assertCode(403, "ip_not_allowed", me(key, "X-Forwarded-For", "203.0.113.7"));
    assertEquals(200, me(key, "X-Forwarded-For", "192.0.2.7").statusCode());
  }

  @Test
  void refusesAnAddressThatGuessed() {
    IssuedKey key = issue(KeySettings.named("k"));
    String[] guess = {"X-Forwarded-For", "203.0.113.99", "X-API-Key", "ks_wrong"};
    for (int i = 0; i < 5; i++) {
      assertCode(401, "invalid_api_key", server.get(ME, guess));
    }
    assertCode(429, "too_many_failed_attempts", me(key, "X-Forwarded-For", "203.0.113.99"));
  }

  @Test
  void refusesAnOldSecretPastItsOverlapOnly() {
    Instant end = clock().instant().plus(Duration.ofHours(2));
    IssuedKey old = issue(KeySettings.named("k").validBetween(null, end));
    IssuedKey rotated = server.bean(KeyRotation.class).rotate(old.key().id(), Duration.ofHours(1));
    clock().advance(Duration.ofMinutes(59));
    assertStatus("active", me(old));
    clock().advance(Duration.ofMinutes(1));
    assertCode(401, "expired_api_key", me(old));
    clock().advance(Duration.ofHours(2));
    assertCode(401, "expired_api_key", me(old));
    assertStatus("expired", me(rotated));
  }

  @ParameterizedTest
  @CsvSource({"expired", "not_yet_valid", "active", "exhausted"})
  void answersWhateverTheKeyIsWorth(String status) {
    Instant now = clock().instant();
    IssuedKey key =
        switch (status) {
          case "expired" -> issue(KeySettings.named("k").validBetween(null, now.plusSeconds(1)));
          case "not_yet_valid" ->
              issue(KeySettings.named("k").validBetween(now.plusSeconds(60), null));
          case "exhausted" -> issue(limited(List.of(), List.of("1/day")));
          default ->
              issue(KeySettings.named("k").during(List.of(AccessWindow.parse("Mon 01:00-01:15"))));
        };
    if (status.equals("exhausted")) {
      assertEquals(200, get("/used", key).statusCode());
    }
    clock().advance(Duration.ofSeconds(1));
    assertTrue(get("/used", key).statusCode() >= 400);
    assertStatus(status, me(key));
  }

  @Test
  void chargesNothing() {
    IssuedKey key = issue(limited(List.of("2/1h"), List.of("2/day")));
    for (int i = 0; i < 5; i++) {
      assertTrue(me(key).body().contains(limits(2, START, 2, START)), me(key).body());
    }
    assertEquals(200, get("/used", key).statusCode());
    String after = limits(1, "2027-01-31T10:00:00Z", 1, "2027-02-01T00:00:00Z");
    assertTrue(me(key).body().contains(after), me(key).body());
    assertEquals(200, get("/used", key).statusCode());
    assertEquals(429, get("/used", key).statusCode());
    String used = limits(0, "2027-01-31T10:00:00Z", 0, "2027-02-01T00:00:00Z");
    assertTrue(me(key).body().contains(used), me(key).body());
  }

  @Test
  void tellsTheHolderAndNobodyElse() {
    server.bean(Accounts.class).create("bob", null, Scopes.of("chat:*"));
    Instant end = clock().instant().plus(Duration.ofDays(1));
    IssuedKey key =
        issue(
            KeySettings.named("laptop")
                .ownedBy("bob")
                .withScopes(Scopes.of("chat:write", "files"))
                .validBetween(null, end));
    assertEquals(200, get("/used", key).statusCode());
    assertEquals(403, get("/used/admin", key).statusCode());
    me(key);
    server.bean(KeyUses.class).flush();
    HttpResponse<String> answer = me(key);
    assertEquals(
        "{\"id\":\"%s\",\"name\":\"laptop\",\"hint\":\"%s\",\"owner\":\"bob\","
                .formatted(key.key().id(), key.key().hint())
            + "\"status\":\"active\",\"scopes\":[\"chat:write\"],\"notBefore\":null,"
            + "\"expiresAt\":\"2027-02-01T09:00:00Z\",\"limits\":[],\"requests\":1,"
            + "\"lastUsedAt\":\"2027-01-31T09:00:00Z\",\"lastUsedFrom\":\"127.0.0.1\","
            + "\"last24Hours\":{\"accepted\":1,\"refused\":1}}",
        answer.body());
    assertEquals("no-store", answer.headers().firstValue("Cache-Control").orElse(""));
    assertFalse(answer.body().contains(key.secret().exposeText()));
  }

  @Test
  void answersHeadWithoutABody() {
    IssuedKey key = issue(KeySettings.named("k"));
    HttpResponse<String> answer =
        server.send(
            server
                .request(ME, "Authorization", bearer(key))
                .method("HEAD", BodyPublishers.noBody())
                .build());
    assertEquals(200, answer.statusCode());
    assertEquals("", answer.body());
    assertEquals("no-store", answer.headers().firstValue("Cache-Control").orElse(""));
  }

  @Test
  void answersTheAnonymousKeyWhileAuthenticationIsOff() {
    server.bean(AuthenticationSwitch.class).set(false);
    try {
      HttpResponse<String> answer = server.get(ME);
      assertEquals(200, answer.statusCode());
      assertTrue(answer.body().startsWith("{\"id\":\"key_anonymous\""), answer.body());
    } finally {
      server.bean(AuthenticationSwitch.class).set(true);
    }
  }

  @Test
  void saysWhenTheStoreIsGone() {
    IssuedKey key = issue(KeySettings.named("k"));
    assertEquals(200, me(key).statusCode());
    server.bean(CountingStore.class).setGone(true);
    try {
      assertCode(503, "key_store_unavailable", me(key));
    } finally {
      server.bean(CountingStore.class).setGone(false);
    }
  }

  private static String limits(long rate, String rateReset, long quota, String quotaReset) {
    return ("\"limits\":[{\"name\":\"1h\",\"limit\":2,\"windowSeconds\":3600,\"remaining\":%d,"
            + "\"resetsAt\":\"%s\"},{\"name\":\"quota-day\",\"limit\":2,"
            + "\"windowSeconds\":86400,\"remaining\":%d,\"resetsAt\":\"%s\"}]")
        .formatted(rate, rateReset, quota, quotaReset);
  }

  private static KeySettings limited(List<String> rates, List<String> quotas) {
    return KeySettings.named("k").limitedTo(KeyLimits.parse(rates, quotas));
  }

  private static IssuedKey issue(KeySettings settings) {
    return server.bean(ApiKeys.class).issue(settings);
  }

  private static HttpResponse<String> me(IssuedKey key) {
    return get(ME, key);
  }

  private static HttpResponse<String> me(IssuedKey key, String name, String value) {
    return server.get(ME, "Authorization", bearer(key), name, value);
  }

  private static HttpResponse<String> get(String path, IssuedKey key) {
    return server.get(path, "Authorization", bearer(key));
  }

  private static String bearer(IssuedKey key) {
    return "Bearer " + key.secret().exposeText();
  }

  private static void assertCode(int status, String code, HttpResponse<String> answer) {
    assertEquals(status, answer.statusCode(), answer.body());
    assertTrue(answer.body().contains("\"code\":\"" + code + "\""), answer.body());
  }

  private static void assertStatus(String status, HttpResponse<String> answer) {
    assertEquals(200, answer.statusCode(), answer.body());
    assertTrue(answer.body().contains("\"status\":\"" + status + "\""), answer.body());
  }

  private static MovingClock clock() {
    return (MovingClock) server.bean(Clock.class);
  }

  @Requires(property = "spec.name", value = SPEC)
  @Singleton
  @Bean(typed = Clock.class)
  static final class SpecClock extends MovingClock {

    SpecClock() {
      super(MovingClock.at(START).instant());
    }
  }
}
