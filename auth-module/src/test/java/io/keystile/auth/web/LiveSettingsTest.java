package io.keystile.auth.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.keystile.auth.Scopes;
import io.keystile.auth.TestServer;
import io.keystile.auth.TestStore;
import io.keystile.auth.limit.BlockedAddresses;
import io.keystile.auth.secret.KeyGenerator;
import io.keystile.auth.settings.Setting;
import io.keystile.auth.settings.Settings;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every setting that is changed at run time is in force for the very next request. */
class LiveSettingsTest {

  private static final String BRUTE_FORCE = "keystile.brute-force.";
  private static final String ALLOW = "keystile.addresses.allow";
  private static final String DENY = "keystile.addresses.deny";
  private static final String PROXIES = "keystile.trusted-proxies";

  @TempDir static Path folder;
  private static TestServer server;
  private static Settings settings;
  private String key = "";

  @BeforeAll
  static void start() {
    server =
        TestServer.start(WireShapes.SPEC, folder, Map.of("micronaut.server.host", "127.0.0.1"));
    settings = server.bean(Settings.class);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @BeforeEach
  void issueKey() {
    key = server.issue("test").secret().exposeText();
    assertEquals(200, status());
  }

  @AfterEach
  void resetAll() {
    settings.list().stream()
        .filter(setting -> setting.source() == Setting.Source.STORED)
        .map(Setting::name)
        .sorted((one, other) -> other.compareTo(one))
        .forEach(settings::reset);
  }

  @Test
  void authentication() {
    settings.set("keystile.enabled", "false");
    assertEquals(200, server.get("/wire").statusCode());
    settings.set("keystile.enabled", "true");
    assertEquals(401, server.get("/wire").statusCode());
  }

  @Test
  void thePlacesOfAKey() {
    assertEquals(401, server.get("/wire?api_key=" + key).statusCode());
    settings.set("keystile.reading.query", "true");
    assertEquals(200, server.get("/wire?api_key=" + key).statusCode());
    settings.set("keystile.reading.headers", "X-Other");
    assertEquals(401, server.get("/wire", "X-API-Key", key).statusCode());
    assertEquals(200, server.get("/wire", "X-Other", key).statusCode());
    settings.set("keystile.reading.order", "header");
    assertEquals(200, server.get("/wire", "X-Other", key).statusCode());
    assertEquals(401, server.get("/wire?api_key=" + key).statusCode());
    assertEquals(401, status());
  }

  @Test
  void theGlobalAddresses() {
    settings.set(ALLOW, "192.0.2.0/24");
    assertEquals(403, status());
    settings.set(ALLOW, "127.0.0.0/8,::1");
    assertEquals(200, status());
    settings.set(DENY, "127.0.0.1,::1");
    assertEquals(200, status());
    settings.set("keystile.addresses.precedence", "deny");
    assertEquals(403, status());
    settings.reset(DENY);
    assertEquals(200, status());
  }

  @Test
  void theTrustedProxies() {
    settings.set(ALLOW, "192.0.2.7");
    assertEquals(403, status("X-Forwarded-For", "192.0.2.7"));
    settings.set(PROXIES, "127.0.0.1,::1");
    assertEquals(200, status("X-Forwarded-For", "192.0.2.7"));
    assertEquals(403, status("X-Forwarded-For", "192.0.2.8"));
    settings.set("keystile.forwarded-header", "CF-Connecting-IP");
    assertEquals(403, status("X-Forwarded-For", "192.0.2.7"));
    assertEquals(200, status("CF-Connecting-IP", "192.0.2.7"));
    settings.reset(PROXIES);
    assertEquals(403, status("CF-Connecting-IP", "192.0.2.7"));
  }

  @Test
  void theDefaultLimitsOfAKeyThatIsInUse() {
    settings.set("keystile.limits.default", "2/1h");
    assertEquals(200, status());
    assertEquals(200, status());
    assertEquals(429, status());
    settings.set("keystile.limits.default", "3/1h");
    assertEquals(200, status());
    assertEquals(429, status());
    settings.reset("keystile.limits.default");
    settings.set("keystile.limits.default-quotas", "1/day");
    assertEquals(200, status());
    assertEquals(429, status());
  }

  @Test
  void theDefenceAgainstGuessing() {
    settings.set(BRUTE_FORCE + "max-failures", "2");
    for (int i = 0; i < 4; i++) {
      assertEquals(401, guess().statusCode());
    }
    settings.set(BRUTE_FORCE + "trusted-addresses", "");
    settings.set(BRUTE_FORCE + "initial-block", "7s");
    assertEquals(401, guess().statusCode());
    assertEquals(401, guess().statusCode());
    HttpResponse<String> blocked = guess();
    assertEquals(429, blocked.statusCode());
    assertEquals("7", blocked.headers().firstValue("Retry-After").orElse(""));
    settings.set(BRUTE_FORCE + "enabled", "false");
    assertEquals(200, status());
    assertEquals(401, guess().statusCode());
    settings.set(BRUTE_FORCE + "enabled", "true");
    assertEquals(429, status());
    settings.reset(BRUTE_FORCE + "trusted-addresses");
    assertEquals(200, status());
    BlockedAddresses blocks = server.bean(BlockedAddresses.class);
    blocks.list().forEach(block -> blocks.unblock(block.address()));
  }

  @Test
  void theFormOfRefusals() {
    settings.set("keystile.errors.format", "problem");
    settings.set("keystile.errors.realm", "here");
    HttpResponse<String> refusal = server.get("/wire");
    assertEquals(
        "application/problem+json", refusal.headers().firstValue("Content-Type").orElse(""));
    assertEquals(
        "Bearer realm=\"here\"", refusal.headers().firstValue("WWW-Authenticate").orElse(""));
  }

  @Test
  void whatNewKeysAre() {
    settings.set("keystile.keys.prefix", "sk-");
    settings.set("keystile.keys.default-scopes", "chat:write");
    settings.set("keystile.keys.max-lifetime", "1d");
    var issued = server.issue("new");
    assertTrue(issued.secret().exposeText().startsWith("sk-"));
    assertEquals(Scopes.of("chat:write"), issued.key().settings().scopes());
    assertEquals(issued.key().createdAt().plus(Duration.ofDays(1)), issued.key().expiresAt());
    assertEquals(200, get(issued.secret().exposeText()).statusCode());
    assertEquals(200, status(), "a key from before still works");
  }

  @Test
  void whatAnotherProcessChanged() {
    try (TestStore other = TestStore.open(folder.resolve("keys.db"))) {
      other.bean(Settings.class).set(DENY, "127.0.0.1,::1");
      assertTimeoutPreemptively(
          Duration.ofSeconds(1),
          () -> {
            while (settings.get(DENY).source() != Setting.Source.STORED) {
              Thread.onSpinWait();
            }
          });
      assertEquals(403, status());
    }
  }

  @Test
  void aStoredPolicyIsInForceFromTheFirstRequestOn() {
    settings.set(DENY, "127.0.0.1,::1");
    try (TestServer restarted = TestServer.start(WireShapes.SPEC, folder, Map.of())) {
      assertEquals(403, restarted.get("/wire", "Authorization", "Bearer " + key).statusCode());
    }
  }

  private int status(String... headers) {
    String[] all = Arrays.copyOf(headers, headers.length + 2);
    all[headers.length] = "Authorization";
    all[headers.length + 1] = "Bearer " + key;
    return server.get("/wire", all).statusCode();
  }

  private HttpResponse<String> guess() {
    return get(server.bean(KeyGenerator.class).generate("ks_").exposeText());
  }

  private static HttpResponse<String> get(String key) {
    return server.get("/wire", "Authorization", "Bearer " + key);
  }
}
