package io.keystile.auth.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.keystile.auth.ApiKeyId;
import io.keystile.auth.CountingStore;
import io.keystile.auth.TestServer;
import io.keystile.auth.keys.ApiKeys;
import io.keystile.auth.keys.IssuedKey;
import io.keystile.auth.keys.KeyCounts;
import io.keystile.auth.keys.KeyLimits;
import io.keystile.auth.keys.KeySettings;
import io.keystile.auth.verify.VerificationTimes;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeystileMetersTest {

  @TempDir static Path folder;
  private static TestServer server;
  private static MeterRegistry registry;

  @BeforeAll
  static void start() {
    server =
        TestServer.start(
            ObservedController.SPEC,
            folder,
            Map.of(
                "micronaut.metrics.enabled",
                true,
                "spec.counting",
                true,
                "keystile.cache.max-age",
                "0s",
                "keystile.brute-force.trusted-addresses",
                "",
                "keystile.brute-force.max-failures",
                3));
    registry = server.bean(MeterRegistry.class);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void countsVerificationsByOutcomeAndTimesSome() {
    String key = server.issue("k").secret().exposeText();
    double before = counter("keystile.verifications", "outcome", "accepted");
    double misses = counter("keystile.cache.requests", "result", "miss");
    for (int i = 0; i < 10; i++) {
      assertEquals(200, server.get("/traced", "Authorization", "Bearer " + key).statusCode());
    }
    assertEquals(401, server.get("/traced").statusCode());
    assertEquals(403, server.get("/traced/scoped", "X-API-Key", scopeless()).statusCode());
    assertEquals(10, counter("keystile.verifications", "outcome", "accepted") - before);
    assertEquals(1, counter("keystile.verifications", "outcome", "missing_authorization"));
    assertEquals(1, counter("keystile.verifications", "outcome", "insufficient_scope"));
    assertTrue(counter("keystile.cache.requests", "result", "miss") > misses);
  }

  @Test
  void tellsRefusalsOfLimits() {
    IssuedKey key =
        server
            .bean(ApiKeys.class)
            .issue(
                KeySettings.named("limited")
                    .limitedTo(KeyLimits.parse(List.of("1/1h"), List.of())));
    server.get("/traced", "X-API-Key", key.secret().exposeText());
    server.get("/traced", "X-API-Key", key.secret().exposeText());
    assertEquals(1, counter("keystile.limit.refusals", "limit", "rate"));
    assertEquals(0, counter("keystile.limit.refusals", "limit", "quota"));
  }

  @Test
  void timesTheStoreAlsoWhenItFails() {
    ApiKeyId nobody = new ApiKeyId("key_nobody");
    long before = timer("read", "done");
    assertTrue(server.bean(ApiKeys.class).find(nobody).isEmpty());
    assertEquals(before + 1, timer("read", "done"));
    CountingStore store = server.bean(CountingStore.class);
    store.setGone(true);
    try {
      server.bean(ApiKeys.class).find(nobody);
    } catch (RuntimeException e) {
      assertTrue(timer("read", "failed") > 0);
    } finally {
      store.setGone(false);
    }
    assertTrue(timer("read", "failed") > 0);
  }

  @Test
  void holdsNothingThatACallerChose() {
    String wrong = "ks_" + "0".repeat(31);
    server.get("/traced/" + wrong, "Authorization", "Bearer " + wrong + "1");
    server.get("/traced", "Authorization", "Bearer " + wrong + "1");
    Set<String> tags =
        registry.getMeters().stream()
            .map(Meter::getId)
            .filter(id -> id.getName().startsWith("keystile."))
            .flatMap(id -> id.getTags().stream())
            .map(Tag::getKey)
            .collect(Collectors.toSet());
    assertEquals(Set.of("outcome", "limit", "result", "status", "operation"), tags);
    assertFalse(
        registry.getMeters().stream().anyMatch(meter -> meter.getId().toString().contains(wrong)));
  }

  @Test
  void countsKeysByStatus() {
    ApiKeys keys = server.bean(ApiKeys.class);
    long disabled =
        server.bean(KeyCounts.class).byStatus().values().stream().mapToLong(n -> n).sum();
    keys.disable(server.issue("off").key().id());
    Map<io.keystile.auth.KeyStatus, Long> counts = server.bean(KeyCounts.class).byStatus();
    assertEquals(disabled + 1, counts.values().stream().mapToLong(n -> n).sum());
    assertEquals(1, counts.get(io.keystile.auth.KeyStatus.DISABLED));
    assertEquals(3, registry.find("keystile.keys").gauges().size() - 1);
  }

  @Test
  void tellsOfGuessing() {
    for (int i = 0; i < 4; i++) {
      server.get("/traced", "X-API-Key", "ks_" + String.valueOf(i).repeat(32));
    }
    // One that was blocked before, by another test, is counted too.
    assertTrue(registry.get("keystile.bruteforce.blocks").functionCounter().count() >= 1);
    assertTrue(registry.get("keystile.bruteforce.tracked").gauge().value() >= 1);
    assertTrue(registry.get("keystile.bruteforce.blocked").gauge().value() >= 1);
    server.bean(io.keystile.auth.limit.BlockedAddresses.class).list().stream()
        .map(io.keystile.auth.limit.BlockedAddress::address)
        .forEach(server.bean(io.keystile.auth.limit.BlockedAddresses.class)::unblock);
  }

  @Test
  void timesOneInSixteenAndNoneWhileNobodyListens() {
    VerificationTimes times = server.bean(VerificationTimes.class);
    long timed = 0;
    for (int i = 0; i < 16_000; i++) {
      timed += times.start() == 0 ? 0 : 1;
    }
    assertTrue(timed > 700 && timed < 1300, () -> "about a thousand of 16,000");
  }

  private static String scopeless() {
    return server.issue("s", "other").secret().exposeText();
  }

  private static double counter(String name, String tag, String value) {
    return registry.get(name).tag(tag, value).functionCounter().count();
  }

  private static long timer(String operation, String result) {
    return registry
        .get("keystile.store.time")
        .tag("operation", operation)
        .tag("result", result)
        .timer()
        .count();
  }
}
