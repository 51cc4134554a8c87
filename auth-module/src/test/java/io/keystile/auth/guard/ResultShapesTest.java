package io.keystile.auth.guard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.keystile.auth.annotation.ApiKeyProtected;
import io.micronaut.context.annotation.Requires;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.server.types.files.StreamedFile;
import io.micronaut.http.sse.Event;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Every way in which a handler may run and answer. */
class ResultShapesTest {

  private static final String SPEC = "ResultShapesTest";

  @TempDir static Path folder;
  private static ShapeServer server;

  @BeforeAll
  static void start() {
    server = ShapeServer.start(SPEC, folder);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @ParameterizedTest(name = "guards a handler that answers with {0}")
  @ValueSource(
      strings = {
        "text",
        "optional",
        "response",
        "nothing",
        "blocking",
        "io",
        "mono",
        "flux",
        "future",
        "stage",
        "publisher-response",
        "events",
        "streamed-file",
        "bytes"
      })
  void guardsAHandlerThatAnswersWith(String result) {
    server.guards("GET", "/results/" + result);
  }

  @Test
  void sendsAllEventsToAKeyThatHadToBeFetched() {
    String body =
        server
            .send(
                server.server().request("/results/events", "Accept", "text/event-stream"),
                server.freshBearer(ShapeServer.SCOPE))
            .body();
    assertEquals("data: 1\n\ndata: 2\n\ndata: 3\n\n", body);
  }

  @Test
  void refusesAStreamInOnePiece() {
    java.net.http.HttpResponse<String> refused =
        server.server().get("/results/events", "Accept", "text/event-stream");
    assertEquals(401, refused.statusCode());
    assertTrue(refused.body().endsWith("\"code\":\"missing_authorization\"}}"), refused.body());
    assertEquals("application/json", refused.headers().firstValue("Content-Type").orElse(""));
  }

  @Requires(property = "spec.name", value = SPEC)
  @Controller("/results")
  @ApiKeyProtected(ShapeServer.SCOPE)
  static class Results {
    @Get("/text")
    String text() {
      return Entered.now();
    }

    @Get("/optional")
    Optional<String> optional() {
      return Optional.of(Entered.now());
    }

    @Get("/response")
    HttpResponse<String> response() {
      return HttpResponse.accepted().body(Entered.now());
    }

    @Get("/nothing")
    void nothing() {
      Entered.now();
    }

    @Get("/blocking")
    @ExecuteOn(TaskExecutors.BLOCKING)
    String blocking() {
      return Entered.now();
    }

    @Get("/io")
    @ExecuteOn(TaskExecutors.IO)
    String io() {
      return Entered.now();
    }

    @Get("/mono")
    Mono<String> mono() {
      return Mono.fromSupplier(Entered::now);
    }

    @Get("/flux")
    Flux<String> flux() {
      return Flux.defer(() -> Flux.just(Entered.now(), "more"));
    }

    @Get("/future")
    CompletableFuture<String> future() {
      return CompletableFuture.supplyAsync(Entered::now);
    }

    @Get("/stage")
    CompletionStage<String> stage() {
      return CompletableFuture.completedFuture(Entered.now());
    }

    @Get("/publisher-response")
    Publisher<HttpResponse<String>> publisherResponse() {
      return Mono.fromSupplier(() -> HttpResponse.ok(Entered.now()));
    }

    @Get(value = "/events", produces = MediaType.TEXT_EVENT_STREAM)
    Publisher<Event<Integer>> events() {
      Entered.now();
      return Flux.range(1, 3).map(Event::of);
    }

    @Get("/streamed-file")
    StreamedFile streamedFile() {
      byte[] bytes = Entered.now().getBytes(StandardCharsets.UTF_8);
      return new StreamedFile(
          new ByteArrayInputStream(bytes), MediaType.APPLICATION_OCTET_STREAM_TYPE);
    }

    @Get(value = "/bytes", produces = MediaType.APPLICATION_OCTET_STREAM)
    Publisher<byte[]> bytes() {
      return Flux.just(Entered.now().getBytes(StandardCharsets.UTF_8), new byte[] {1, 2, 3});
    }
  }
}
