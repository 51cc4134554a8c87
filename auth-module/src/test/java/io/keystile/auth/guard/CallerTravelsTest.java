package io.keystile.auth.guard;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.keystile.auth.annotation.ApiKeyProtected;
import io.micronaut.context.annotation.Requires;
import io.micronaut.core.propagation.PropagatedContext;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.Async;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** A guarded service finds the key of the request on whichever thread it is called. */
class CallerTravelsTest {

  private static final String SPEC = "CallerTravelsTest";

  @TempDir static Path folder;
  private static final ExecutorService STRANGE = Executors.newSingleThreadExecutor();
  private static ShapeServer server;

  @BeforeAll
  static void start() {
    server = ShapeServer.start(SPEC, folder);
  }

  @AfterAll
  static void stop() {
    STRANGE.shutdownNow();
    server.close();
  }

  @ParameterizedTest(name = "travels through {0}")
  @ValueSource(
      strings = {"direct", "io", "wrapped", "bounded-elastic", "flux-parallel", "async", "lazily"})
  void travelsThrough(String way) {
    server.guards("GET", "/travel/" + way);
  }

  @Test
  void doesNotTravelToAnExecutorThatKnowsNothingOfTheRequest() {
    String bearer = server.freshBearer(ShapeServer.SCOPE);
    int before = Entered.count();
    var answer = server.send(server.server().request("/travel/lost"), bearer);
    assertEquals(401, answer.statusCode());
    assertEquals(before, Entered.count());
  }

  @Requires(property = "spec.name", value = SPEC)
  @Controller("/travel")
  @ApiKeyProtected(ShapeServer.SCOPE)
  static class Travel {

    private final Service service;
    private final Errands errands;
    private final ExecutorService io;

    Travel(Service service, Errands errands, @Named(TaskExecutors.IO) ExecutorService io) {
      this.service = service;
      this.errands = errands;
      this.io = io;
    }

    @Get("/direct")
    String direct() {
      return service.get();
    }

    @Get("/io")
    CompletableFuture<String> onIo() {
      return CompletableFuture.supplyAsync(service::get, io);
    }

    @Get("/wrapped")
    CompletableFuture<String> wrapped() {
      Supplier<String> call = service::get;
      return CompletableFuture.supplyAsync(PropagatedContext.getOrEmpty().wrap(call), STRANGE);
    }

    @Get("/bounded-elastic")
    Mono<String> boundedElastic() {
      return Mono.fromCallable(service::get).subscribeOn(Schedulers.boundedElastic());
    }

    @Get("/flux-parallel")
    Flux<String> fluxParallel() {
      return Flux.just(1).publishOn(Schedulers.parallel()).map(any -> service.get());
    }

    @Get("/async")
    CompletableFuture<String> async() {
      return errands.run();
    }

    @Get("/lazily")
    Mono<String> lazily() {
      return Mono.defer(service::mono);
    }

    @Get("/lost")
    CompletableFuture<String> lost() {
      return CompletableFuture.supplyAsync(service::get, STRANGE);
    }
  }

  @Requires(property = "spec.name", value = SPEC)
  @Singleton
  static class Errands {

    private final Service service;

    Errands(Service service) {
      this.service = service;
    }

    @Async
    CompletableFuture<String> run() {
      return CompletableFuture.completedFuture(service.get());
    }
  }

  @Requires(property = "spec.name", value = SPEC)
  @Singleton
  static class Service {
    @ApiKeyProtected(ShapeServer.SCOPE)
    String get() {
      return Entered.now();
    }

    @ApiKeyProtected(ShapeServer.SCOPE)
    Mono<String> mono() {
      return Mono.fromSupplier(Entered::now);
    }
  }
}
