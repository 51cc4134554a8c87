package io.keystile.auth.limit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.keystile.auth.TestClock;
import io.keystile.auth.TestServer;
import io.keystile.auth.annotation.ApiKeyProtected;
import io.keystile.auth.keys.IssuedKey;
import io.keystile.auth.secret.KeyGenerator;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Requires;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import jakarta.inject.Singleton;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BruteForceHttpTest {

  private static final String SPEC = "BruteForceHttpTest";
  private static final String BLOCKED =
      "{\"error\":{\"message\":\"Too many failed authentication attempts. Please try again"
          + " later.\",\"type\":\"rate_limit_exceeded\",\"param\":null,"
          + "\"code\":\"too_many_failed_attempts\",\"retry_after\":30}}";

  @TempDir Path folder;
  private TestServer server;
  private TestClock clock;

  @BeforeEach
  void start() {
    server =
        TestServer.start(
            SPEC,
            folder,
            Map.of("keystile.brute-force.trusted-addresses", "", "keystile.reading.query", true));
    clock = (TestClock) server.bean(Clock.class);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void everyDoorSharesOneCount() {
    assertEquals(401, bearer(unknownKey()).statusCode());
    assertEquals(401, bearer("too-short").statusCode());
    assertEquals(401, server.get("/vault", "X-API-Key", unknownKey()).statusCode());
    assertEquals(401, server.get("/vault", "X-API-Key", "ks_malformed-as-can-be").statusCode());
    assertEquals(401, server.get("/vault?api_key=" + unknownKey()).statusCode());
    assertRefused(bearer(unknownKey()));
    assertRefused(server.get("/vault", "X-API-Key", "too-short"));
    assertRefused(server.get("/vault?api_key=" + unknownKey()));
  }

  @Test
  void refusesABlockedAddressWhateverItPresents() {
    String good = server.issue("good").secret().exposeText();
    assertEquals(200, bearer(good).statusCode());
    for (int i = 0; i < 5; i++) {
      assertEquals(401, bearer(unknownKey()).statusCode());
    }
    assertRefused(bearer(good));
    assertRefused(server.get("/vault"));
    assertRefused(server.get("/vault", "Authorization", "Basic abc"));
    assertRefused(server.get("/vault", "Authorization", "Bearer " + good, "X-API-Key", "another"));
  }

  @Test
  void trustsLoopbackOnlyWhenNobodyRelays() {
    try (TestServer trusting = TestServer.start(SPEC, folder.resolve("b"), Map.of())) {
      for (int i = 0; i < 10; i++) {
        assertEquals(401, trusting.get("/vault", "X-API-Key", "too-short").statusCode());
      }
      String[] relayed = {"X-API-Key", "too-short", "X-Forwarded-For", "203.0.113.7"};
      for (int i = 0; i < 5; i++) {
        assertEquals(401, trusting.get("/vault", relayed).statusCode());
      }
      assertRefused(trusting.get("/vault", relayed));
      assertEquals(401, trusting.get("/vault", "X-API-Key", "too-short").statusCode());
    }
  }

  @Test
  void countsTheClientBehindATrustedProxy() {
    Map<String, Object> settings = Map.of("keystile.trusted-proxies", "127.0.0.1");
    try (TestServer behind = TestServer.start(SPEC, folder.resolve("c"), settings)) {
      for (int i = 0; i < 5; i++) {
        assertEquals(401, relayed(behind, "2001:db8::" + i).statusCode());
      }
      assertRefused(relayed(behind, "2001:db8::99"));
      assertEquals(401, relayed(behind, "2001:db8:0:1::99").statusCode());
    }
  }

  private static HttpResponse<String> relayed(TestServer server, String client) {
    return server.get("/vault", "X-API-Key", "too-short", "X-Forwarded-For", client);
  }

  @Test
  void letsInAgainAfterTheTimeItNamed() {
    IssuedKey key = server.issue("good");
    for (int i = 0; i < 5; i++) {
      assertEquals(401, bearer(unknownKey()).statusCode());
    }
    assertRefused(bearer(key.secret().exposeText()));
    clock.advance(Duration.ofSeconds(30));
    assertEquals(200, bearer(key.secret().exposeText()).statusCode());
  }

  @Test
  void answersUnknownAndMalformedAlike() {
    String unknown = bearer(unknownKey()).body();
    assertEquals(unknown, bearer("too-short").body());
    assertEquals(unknown, bearer("ks_0123456789abcdefghijABCDEFGHIJ000000").body());
  }

  @Test
  void doesNotCountRequestsWithoutKeyOrWithTwo() {
    for (int i = 0; i < 10; i++) {
      assertEquals(401, server.get("/vault").statusCode());
      assertEquals(
          400,
          server
              .get("/vault", "Authorization", "Bearer " + unknownKey(), "X-API-Key", unknownKey())
              .statusCode());
    }
    assertEquals(401, bearer(unknownKey()).statusCode());
  }

  @Test
  void evaluatesNoMoreThanTheThresholdOf256WrongKeysAtOnce() {
    List<Integer> answers =
        presentAtOnce(IntStream.range(0, 256).mapToObj(i -> unknownKey()).toList());
    assertEquals(5, answers.stream().filter(status -> status == 401).count());
    assertEquals(251, answers.stream().filter(status -> status == 429).count());
  }

  @Test
  void letsAll256GoodFirstCallsSucceed() {
    List<Integer> answers =
        presentAtOnce(
            IntStream.range(0, 256)
                .mapToObj(i -> server.issue("key " + i).secret().exposeText())
                .toList());
    assertEquals(256, answers.stream().filter(status -> status == 200).count());
  }

  private List<Integer> presentAtOnce(List<String> keys) {
    HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    List<CompletableFuture<Integer>> answers =
        keys.stream()
            .map(key -> server.request("/vault", "X-API-Key", key).build())
            .map(request -> client.sendAsync(request, BodyHandlers.discarding()))
            .map(answer -> answer.thenApply(HttpResponse::statusCode))
            .toList();
    return answers.stream().map(CompletableFuture::join).toList();
  }

  private HttpResponse<String> bearer(String key) {
    return server.get("/vault", "Authorization", "Bearer " + key);
  }

  private String unknownKey() {
    return server.bean(KeyGenerator.class).generate("ks_").exposeText();
  }

  private static void assertRefused(HttpResponse<String> response) {
    assertEquals(429, response.statusCode());
    assertEquals(BLOCKED, response.body());
    assertEquals("30", response.headers().firstValue("Retry-After").orElse(""));
    assertEquals("no-store", response.headers().firstValue("Cache-Control").orElse(""));
  }

  @Requires(property = "spec.name", value = SPEC)
  @Controller("/vault")
  @ApiKeyProtected
  static class Vault {

    @Get(produces = "text/plain")
    String open() {
      return "open";
    }
  }

  @Requires(property = "spec.name", value = SPEC)
  @Factory
  static class Clocks {

    @Singleton
    Clock clock() {
      return new TestClock();
    }
  }
}
