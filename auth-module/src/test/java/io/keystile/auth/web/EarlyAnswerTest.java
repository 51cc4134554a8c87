package io.keystile.auth.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.keystile.auth.TestServer;
import io.keystile.auth.annotation.ApiKeyProtected;
import io.keystile.auth.secret.KeyDigest;
import io.keystile.auth.store.ChangeListener;
import io.keystile.auth.store.Changes;
import io.keystile.auth.verify.Outcomes;
import io.keystile.auth.verify.VerificationTimes;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Replaces;
import io.micronaut.context.annotation.Requires;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Filter;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import jakarta.inject.Singleton;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Decided before any filter runs, a request is decided once, and a changed one anew. */
class EarlyAnswerTest {

  private static final String SPEC = "EarlyAnswerTest";
  private static final String WRONG = "Bearer ks_0123456789012345678901234567890";

  @TempDir static Path folder;
  private static TestServer server;
  private static String right;

  @BeforeAll
  static void start() throws InterruptedException {
    server = TestServer.start(SPEC, folder, Map.of());
    News news = new News();
    server.bean(Changes.class).subscribe(news);
    right = "Bearer " + server.issue("tester").secret().exposeText();
    news.await();
  }

  /**
   * A new key is told of at once, and again when the store is looked at: it is not cached before.
   */
  private static final class News implements ChangeListener {

    private final CountDownLatch both = new CountDownLatch(2);

    @Override
    public void changed(Collection<KeyDigest> digests) {
      both.countDown();
    }

    @Override
    public void everythingChanged() {}

    void await() throws InterruptedException {
      assertTrue(both.await(10, TimeUnit.SECONDS));
    }
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void aKeyThatAFilterPutsInPlaceOfAWrongOneIsLookedAt() {
    assertEquals(401, server.get("/early", "Authorization", WRONG).statusCode());
    HttpResponse<String> changed = server.get("/early", "Authorization", WRONG, "X-Key", right);
    assertEquals(200, changed.statusCode(), changed.body());
  }

  @Test
  void aKeyThatAFilterBringsIsLookedAt() {
    assertEquals(401, server.get("/early").statusCode());
    assertEquals(200, server.get("/early", "X-Key", right).statusCode());
    HttpResponse<String> refused = server.get("/early", "X-Key", WRONG);
    assertTrue(refused.body().contains("invalid_api_key"), refused.body());
  }

  @Test
  void eachCallIsCountedOnce() {
    Outcomes outcomes = server.bean(Outcomes.class);
    assertEquals(200, server.get("/early", "Authorization", right).statusCode());
    long accepted = outcomes.of(Outcomes.ACCEPTED);
    long refused = outcomes.of("invalid_api_key");
    assertEquals(200, server.get("/early", "Authorization", right).statusCode());
    assertEquals(500, server.get("/early/broken", "Authorization", right).statusCode());
    assertEquals(401, server.get("/early", "Authorization", WRONG).statusCode());
    assertEquals(accepted + 2, outcomes.of(Outcomes.ACCEPTED));
    assertEquals(refused + 1, outcomes.of("invalid_api_key"));
  }

  @Test
  void anAcceptedKeyNeedsNoFilter() {
    assertEquals(200, server.get("/early", "Authorization", right).statusCode());
    VerdictWatch watch = server.bean(VerdictWatch.class);
    assertFalse(watch.isListenedTo());
    HttpResponse<String> seen = server.get("/early/seen", "Authorization", right);
    assertEquals("accepted before the filters", seen.body());
  }

  /** Nobody listens to verdicts, as where there are no traces. */
  @Requires(property = "spec.name", value = SPEC)
  @Factory
  static class Unheard {

    @Singleton
    @Replaces(VerdictWatch.class)
    VerdictWatch watch(Outcomes outcomes, VerificationTimes times) {
      return new VerdictWatch(outcomes, times, List.of());
    }
  }

  @Requires(property = "spec.name", value = SPEC)
  @Controller("/early")
  @ApiKeyProtected
  static class Guarded {

    @Get(produces = "text/plain")
    String show() {
      return "in";
    }

    @Get(value = "/seen", produces = "text/plain")
    String seen(HttpRequest<?> request) {
      return request.getAttribute("spec.seen", String.class).orElse("nothing");
    }

    @Get("/broken")
    String broken() {
      throw new IllegalStateException("broken on purpose");
    }
  }

  @Requires(property = "spec.name", value = SPEC)
  @ServerFilter(Filter.MATCH_ALL_PATTERN)
  static class Bringer implements Ordered {

    @Override
    public int getOrder() {
      return HIGHEST_PRECEDENCE;
    }

    @RequestFilter
    @Nullable HttpRequest<?> bring(HttpRequest<?> request) {
      if (KeyAttribute.find(request) != null) {
        request.setAttribute("spec.seen", "accepted before the filters");
      }
      String key = request.getHeaders().get("X-Key");
      return key == null
          ? null
          : request.mutate().headers(headers -> headers.set("Authorization", key));
    }
  }
}
