package io.keystile.auth.guard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.keystile.auth.Scopes;
import io.keystile.auth.TestServer;
import io.keystile.auth.annotation.ApiKeyProtected;
import io.micronaut.context.annotation.Requires;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The second lock alone: beans that are called without any request. */
class ServiceGuardTest {

  private static final String SPEC = "ServiceGuardTest";
  private static final Caller JOB = Caller.internal("job:nightly", Scopes.of(ShapeServer.SCOPE));
  private static final Caller OTHER = Caller.internal("job:other", Scopes.of("other:use"));

  @TempDir static Path folder;
  private static TestServer server;
  private static Service service;
  private static Callers callers;

  @BeforeAll
  static void start() {
    server = TestServer.start(SPEC, folder, Map.of());
    service = server.bean(Service.class);
    callers = server.bean(Callers.class);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void throwsOutsideARequest() {
    int before = Entered.count();
    ApiKeyRequiredException fault =
        assertThrows(ApiKeyRequiredException.class, () -> service.plain());
    assertEquals("missing_authorization", fault.refusal().reason().code());
    assertTrue(String.valueOf(fault.getMessage()).contains("plain is guarded by @ApiKeyProtected"));
    assertEquals(before, Entered.count());
  }

  @Test
  void failsTheFutureOutsideARequest() {
    int before = Entered.count();
    assertRequired(assertThrows(CompletionException.class, () -> service.future().join()));
    assertRequired(
        assertThrows(
            CompletionException.class, () -> service.stage().toCompletableFuture().join()));
    assertEquals(before, Entered.count());
  }

  @Test
  void failsThePublisherOutsideARequest() {
    int before = Entered.count();
    assertThrows(ApiKeyRequiredException.class, () -> service.mono().block());
    assertThrows(ApiKeyRequiredException.class, () -> service.flux().blockLast());
    assertThrows(ApiKeyRequiredException.class, () -> Mono.from(service.publisher()).block());
    assertEquals(before, Entered.count());
  }

  @Test
  void refusesACallerThatLacksTheScope() throws Exception {
    int before = Entered.count();
    ApiKeyRequiredException fault =
        assertThrows(
            ApiKeyRequiredException.class, () -> callers.runAs(OTHER, () -> service.plain()));
    assertEquals("insufficient_scope", fault.refusal().reason().code());
    CompletableFuture<String> failed = callers.runAs(OTHER, () -> service.future());
    assertRequired(assertThrows(CompletionException.class, failed::join));
    assertThrows(
        ApiKeyRequiredException.class, () -> callers.runAs(OTHER, () -> service.mono().block()));
    assertEquals(before, Entered.count());
  }

  @Test
  void letsACallerWithTheScopeIn() throws Exception {
    int before = Entered.count();
    assertEquals("entered", callers.runAs(JOB, () -> service.plain()));
    assertEquals("entered", callers.runAs(JOB, () -> service.future()).join());
    assertEquals("entered", callers.runAs(JOB, () -> service.mono()).block());
    assertEquals(before + 3, Entered.count());
  }

  @Test
  void forgetsTheCallerAfterwards() {
    callers.runAs(JOB, () -> {});
    assertThrows(ApiKeyRequiredException.class, () -> service.plain());
    assertThrows(
        IllegalStateException.class,
        () ->
            callers.runAs(
                JOB,
                () -> {
                  throw new IllegalStateException("work fails");
                }));
    assertThrows(ApiKeyRequiredException.class, () -> service.plain());
  }

  @Test
  void takesTheInnermostCaller() {
    callers.runAs(
        JOB,
        () -> {
          callers.runAs(
              OTHER,
              () -> {
                assertThrows(ApiKeyRequiredException.class, () -> service.plain());
              });
          assertEquals("entered", service.plain());
        });
  }

  @Test
  void guardsTheMethodOfAGuardedInterface() throws Exception {
    Promise promise = server.bean(Promise.class);
    assertThrows(ApiKeyRequiredException.class, promise::keep);
    assertEquals("entered", callers.runAs(JOB, promise::keep));
  }

  @Test
  void leavesAPermittedMethodOfAGuardedServiceOpen() {
    assertEquals("entered", service.open());
  }

  @Test
  void letsAJobEnterThatNamesItsCaller() throws Exception {
    assertEquals("entered", server.bean(Job.class).done.get(10, TimeUnit.SECONDS));
  }

  @Test
  void refusesAJobThatNamesNone() throws Exception {
    assertInstanceOf(
        ApiKeyRequiredException.class, server.bean(Job.class).refused.get(10, TimeUnit.SECONDS));
  }

  private static void assertRequired(CompletionException fault) {
    assertInstanceOf(ApiKeyRequiredException.class, fault.getCause());
  }

  @ApiKeyProtected(ShapeServer.SCOPE)
  interface Promise {
    String keep();
  }

  @Requires(property = "spec.name", value = SPEC)
  @Singleton
  static class KeptPromise implements Promise {
    @Override
    public String keep() {
      return Entered.now();
    }
  }

  @Requires(property = "spec.name", value = SPEC)
  @Singleton
  @ApiKeyProtected(ShapeServer.SCOPE)
  static class Service {
    public String plain() {
      return Entered.now();
    }

    public CompletableFuture<String> future() {
      return CompletableFuture.completedFuture(Entered.now());
    }

    public CompletionStage<String> stage() {
      return CompletableFuture.completedFuture(Entered.now());
    }

    public Mono<String> mono() {
      return Mono.just(Entered.now());
    }

    public Flux<String> flux() {
      return Flux.just(Entered.now());
    }

    public Publisher<String> publisher() {
      return Mono.just(Entered.now());
    }

    @PermitAll
    public String open() {
      return Entered.now();
    }
  }

  @Requires(property = "spec.name", value = SPEC)
  @Singleton
  static class Job {

    final CompletableFuture<String> done = new CompletableFuture<>();
    final CompletableFuture<Throwable> refused = new CompletableFuture<>();
    private final Callers callers;
    private final Service service;

    Job(Callers callers, Service service) {
      this.callers = callers;
      this.service = service;
    }

    @Scheduled(initialDelay = "0s", fixedDelay = "1h")
    void run() {
      callers.runAs(
          JOB,
          () -> {
            done.complete(service.plain());
          });
      try {
        service.plain();
      } catch (ApiKeyRequiredException e) {
        refused.complete(e);
      }
    }
  }
}
