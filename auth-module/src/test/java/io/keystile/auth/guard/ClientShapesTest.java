package io.keystile.auth.guard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.keystile.auth.annotation.ApiKeyProtected;
import io.micronaut.context.annotation.Requires;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.client.annotation.Client;
import io.micronaut.http.client.exceptions.HttpClientResponseException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reactor.core.publisher.Mono;

/** One guarded interface, implemented by a controller here and called through a client there. */
class ClientShapesTest {

  private static final String SPEC = "ClientShapesTest";

  @TempDir static Path folder;
  private static ShapeServer server;
  private static SharedClient client;

  @BeforeAll
  static void start() {
    server = ShapeServer.start(SPEC, folder);
    client = server.server().bean(SharedClient.class);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void guardsTheControllerOfTheSharedInterface() {
    server.guards("GET", "/shared/plain");
    server.guards("GET", "/shared/mono");
  }

  @Test
  void letsTheClientCallWithAKey() {
    String bearer = server.freshBearer(ShapeServer.SCOPE);
    int before = Entered.count();
    assertEquals("entered", client.plain(bearer));
    assertEquals("entered", client.mono(bearer).block());
    assertEquals(before + 2, Entered.count());
  }

  @Test
  void letsTheServerRefuseTheClientNotTheClientItself() {
    int before = Entered.count();
    HttpClientResponseException refused =
        assertThrows(HttpClientResponseException.class, () -> client.plain(null));
    assertEquals(401, refused.getStatus().getCode());
    assertEquals(before, Entered.count());
  }

  @ApiKeyProtected(ShapeServer.SCOPE)
  interface Shared {
    @Get("/plain")
    String plain(@Header("Authorization") @Nullable String bearer);

    @Get("/mono")
    Mono<String> mono(@Header("Authorization") @Nullable String bearer);
  }

  @Requires(property = "spec.name", value = SPEC)
  @Client("/shared")
  interface SharedClient extends Shared {}

  @Requires(property = "spec.name", value = SPEC)
  @Controller("/shared")
  static class SharedController implements Shared {
    @Override
    public String plain(@Nullable String bearer) {
      return Entered.now();
    }

    @Override
    public Mono<String> mono(@Nullable String bearer) {
      return Mono.fromSupplier(Entered::now);
    }
  }
}
