package io.keystile.auth.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.keystile.auth.ApiKey;
import io.keystile.auth.MovingClock;
import io.keystile.auth.TestServer;
import io.keystile.auth.annotation.ApiKeyProtected;
import io.keystile.auth.keys.ApiKeys;
import io.keystile.auth.keys.IssuedKey;
import io.keystile.auth.settings.Settings;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Requires;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.sse.Event;
import jakarta.inject.Singleton;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reactor.core.publisher.Flux;

class LimitHeadersTest {

  private static final String SPEC = "LimitHeadersTest";

  @TempDir static Path folder;
  private static TestServer server;
  private IssuedKey key;

  @BeforeAll
  static void start() {
    server = TestServer.start(SPEC, folder, Map.of());
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @BeforeEach
  void newKey() {
    key = server.issue("tester", "chat:*");
    limits(List.of("3/1h"), List.of());
  }

  @Test
  void refusesInTheWordsOfTheContractAndSaysWhenToComeBack() {
    IntStream.range(0, 3).forEach(i -> assertEquals(200, get("/limited").statusCode()));
    clock().advance(Duration.ofMillis(1));
    HttpResponse<String> refused = get("/limited");
    assertEquals(429, refused.statusCode());
    assertEquals(
        "{\"error\":{\"message\":\"Rate limit exceeded\",\"type\":\"rate_limit_error\","
            + "\"param\":null,\"code\":\"rate_limit_exceeded\"}}",
        refused.body());
    assertEquals("3600", header(refused, "Retry-After"));
    assertEquals("\"1h\";q=3;w=3600", header(refused, "RateLimit-Policy"));
    assertEquals("\"1h\";r=0;t=3600", header(refused, "RateLimit"));
    assertEquals("no-store", header(refused, "Cache-Control"));
    clock().advance(Duration.ofSeconds(3599).plusMillis(998));
    assertEquals("1", header(get("/limited"), "Retry-After"));
    clock().advance(Duration.ofMillis(1));
    assertEquals(200, get("/limited").statusCode());
  }

  @Test
  void refusesAUsedUpQuotaAndSaysWhichAndUntilWhen() {
    limits(List.of("100/1h burst 20"), List.of("2/day"));
    assertEquals(200, get("/limited").statusCode());
    HttpResponse<String> last = get("/limited");
    assertEquals("\"1h\";q=20;w=720, \"quota-day\";q=2;w=86400", header(last, "RateLimit-Policy"));
    assertEquals("\"1h\";r=18;t=72, \"quota-day\";r=0;t=54000", header(last, "RateLimit"));
    HttpResponse<String> refused = get("/limited");
    assertEquals(429, refused.statusCode());
    assertEquals("54000", header(refused, "Retry-After"));
    assertTrue(refused.body().contains("\"code\":\"insufficient_quota\""), refused.body());
    assertTrue(
        refused
            .body()
            .contains("The quota 2/day of this API key is used up. It resets at 2027-02-01T00:00"),
        refused.body());
    assertEquals("\"1h\";r=18;t=72, \"quota-day\";r=0;t=54000", header(refused, "RateLimit"));
  }

  @Test
  void refusalsForOtherReasonsCountAgainstNothing() {
    for (int i = 0; i < 5; i++) {
      assertEquals(403, get("/limited/admin").statusCode());
      assertEquals(401, server.get("/limited", "Authorization", "Bearer wrong").statusCode());
      assertEquals(401, server.get("/limited").statusCode());
      assertEquals(400, getWith("X-API-Key", "another").statusCode());
      assertEquals(404, get("/limited/nowhere").statusCode());
    }
    server.bean(ApiKeys.class).disable(key.key().id());
    assertEquals(401, get("/limited").statusCode());
    server.bean(ApiKeys.class).enable(key.key().id());
    assertEquals("\"1h\";r=2;t=3600", header(get("/limited"), "RateLimit"));
  }

  @Test
  void otherKeysCountForThemselves() {
    IssuedKey other = server.issue("other", "chat:*");
    String header = "Bearer " + other.secret().exposeText();
    IntStream.range(0, 5).forEach(i -> server.get("/limited", "Authorization", header));
    assertEquals("\"1h\";r=2;t=3600", header(get("/limited"), "RateLimit"));
  }

  @Test
  void aRequestIsCountedOnceWhicheverWayItIsVerified() {
    limits(List.of("10/1h"), List.of("10/day"));
    // The first one has to ask the store, the second one finds the key at hand.
    assertTrue(header(get("/limited"), "RateLimit").startsWith("\"1h\";r=9;"));
    assertTrue(header(get("/limited"), "RateLimit").contains("\"quota-day\";r=8;"));
    assertEquals("\"1h\";r=7;t=3600", first(get("/limited/stream")));
    assertEquals("\"1h\";r=6;t=3600", first(get("/limited/events")));
    assertEquals("\"1h\";r=5;t=3600", first(get("/limited/failure")));
    assertEquals("\"1h\";r=4;t=3600", first(get("/limited/later")));
  }

  @Test
  void aCallCountsAsManyRequestsAsItCosts() {
    limits(List.of("10/1h"), List.of());
    assertEquals("\"1h\";r=5;t=3600", header(get("/limited/dear"), "RateLimit"));
    assertEquals("\"1h\";r=4;t=3600", header(get("/limited"), "RateLimit"));
    assertEquals(429, get("/limited/dear").statusCode());
    assertEquals("\"1h\";r=3;t=3600", header(get("/limited"), "RateLimit"));
  }

  @Test
  void saysNothingWhereNothingIsLimited() {
    Settings settings = server.bean(Settings.class);
    settings.reset("keystile.limits.default");
    settings.reset("keystile.limits.default-quotas");
    assertEquals(200, get("/limited").statusCode());
    assertEquals("", header(get("/limited"), "RateLimit"));
    assertEquals("", header(get("/limited"), "RateLimit-Policy"));
    limits(List.of("3/1h"), List.of());
    assertEquals("", header(get("/open-and-unlimited"), "RateLimit"));
  }

  @Test
  void aLimitThatIsNewGoesForTheNextRequest() {
    assertEquals("\"1h\";r=2;t=3600", header(get("/limited"), "RateLimit"));
    limits(List.of("100/1h"), List.of("5/day"));
    assertEquals(
        "\"1h\";r=98;t=3600, \"quota-day\";r=4;t=54000", header(get("/limited"), "RateLimit"));
  }

  private void limits(List<String> rateLimits, List<String> quotas) {
    clock().moveTo("2027-01-31T09:00:00Z");
    Settings settings = server.bean(Settings.class);
    settings.set("keystile.limits.default", String.join(",", rateLimits));
    settings.set("keystile.limits.default-quotas", String.join(",", quotas));
  }

  private static MovingClock clock() {
    return (MovingClock) server.bean(Clock.class);
  }

  private HttpResponse<String> get(String path) {
    return server.get(path, "Authorization", "Bearer " + key.secret().exposeText());
  }

  private HttpResponse<String> getWith(String name, String value) {
    String bearer = "Bearer " + key.secret().exposeText();
    return server.get("/limited", "Authorization", bearer, name, value);
  }

  private static String header(HttpResponse<String> response, String name) {
    return String.join(" | ", response.headers().allValues(name));
  }

  private static String first(HttpResponse<String> response) {
    return header(response, "RateLimit").split(", ", 2)[0];
  }

  @Requires(property = "spec.name", value = SPEC)
  @Singleton
  @Bean(typed = Clock.class)
  static final class SpecClock extends MovingClock {

    SpecClock() {
      super(MovingClock.at("2027-01-31T09:00:00Z").instant());
    }
  }

  @Requires(property = "spec.name", value = SPEC)
  @Controller("/open-and-unlimited")
  static class Open {

    @Get
    String show() {
      return "open";
    }
  }

  @Requires(property = "spec.name", value = SPEC)
  @Controller("/limited")
  @ApiKeyProtected("chat:write")
  static class Limited {

    @Get
    String show(ApiKey key) {
      return key.name();
    }

    @Get("/admin")
    @ApiKeyProtected("admin:write")
    String admin() {
      return "admin";
    }

    @Get("/dear")
    @ApiKeyProtected(scopes = "chat:write", cost = 5)
    String dear() {
      return "dear";
    }

    @Get(value = "/stream", produces = MediaType.APPLICATION_JSON_STREAM)
    Flux<Map<String, Integer>> stream() {
      return Flux.range(0, 3).map(i -> Map.of("number", i));
    }

    @Get(value = "/events", produces = MediaType.TEXT_EVENT_STREAM)
    Flux<Event<String>> events() {
      return Flux.just(Event.of("a"), Event.of("b"));
    }

    @Get("/failure")
    String failure() {
      throw new IllegalStateException("on purpose");
    }

    @Get("/later")
    CompletableFuture<String> later() {
      return CompletableFuture.supplyAsync(() -> "later");
    }
  }
}
