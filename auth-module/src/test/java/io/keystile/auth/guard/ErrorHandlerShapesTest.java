package io.keystile.auth.guard;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.keystile.auth.annotation.ApiKeyProtected;
import io.micronaut.context.annotation.Requires;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Error;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Error handlers answer whoever has the error, and open nothing; what never reaches the guard. */
class ErrorHandlerShapesTest {

  private static final String SPEC = "ErrorHandlerShapesTest";

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

  @Test
  void runsTheLocalHandlerOfAGuardedController() {
    assertEquals("401 missing", answer("/errors/local", null));
    assertEquals("418 local", answer("/errors/local", server.freshBearer(ShapeServer.SCOPE)));
  }

  @Test
  void runsTheGlobalHandlerOfAGuardedControllerForAnOpenRoute() {
    assertEquals("409 global", answer("/open-errors/global", null));
  }

  @Test
  void runsTheStatusHandlerOfAGuardedControllerForAnUnknownPath() {
    assertEquals("404 nowhere", answer("/nowhere", null));
  }

  @Test
  void doesNotLetTheHandlerOfAStatusMaskARefusal() {
    assertEquals("401 missing", answer("/masked", null));
    assertEquals("403 insufficient", answer("/masked", server.freshBearer("other:use")));
  }

  @Test
  void answersAGuardedServiceBehindAnOpenRouteLikeTheFilter() {
    int before = Entered.count();
    assertEquals("401 missing", answer("/open-errors/service", null));
    assertEquals(before, Entered.count());
  }

  @Test
  void answersAWrongVerbWith405BeforeItAsksForAKey() {
    assertUnentered(405, "DELETE", "/errors/local");
  }

  @Test
  void answersAWrongContentTypeWith415BeforeItAsksForAKey() {
    int before = Entered.count();
    assertEquals(
        415,
        server
            .send(
                server
                    .server()
                    .request("/errors/json", "Content-Type", "image/png")
                    .POST(java.net.http.HttpRequest.BodyPublishers.ofString("x")))
            .statusCode());
    assertEquals(before, Entered.count());
  }

  @Test
  void answersAnUnacceptableTypeWith406BeforeItAsksForAKey() {
    int before = Entered.count();
    assertEquals(406, server.server().get("/errors/local", "Accept", "image/png").statusCode());
    assertEquals(before, Entered.count());
  }

  private static void assertUnentered(int status, String verb, String path) {
    int before = Entered.count();
    var request =
        server
            .server()
            .request(path)
            .method(verb, java.net.http.HttpRequest.BodyPublishers.noBody());
    assertEquals(status, server.send(request).statusCode());
    assertEquals(before, Entered.count());
  }

  private static String answer(String path, @org.jspecify.annotations.Nullable String bearer) {
    var request = server.server().request(path);
    var response = bearer == null ? server.send(request) : server.send(request, bearer);
    String body = response.body().replaceFirst("(?s).*\"code\":\"([a-z]+)_.*", "$1");
    return response.statusCode() + " " + body;
  }

  @Requires(property = "spec.name", value = SPEC)
  @Controller("/errors")
  @ApiKeyProtected(ShapeServer.SCOPE)
  static class Guarded {
    @Get("/local")
    String local() {
      throw new IllegalStateException(Entered.now());
    }

    @Post("/json")
    String json() {
      return Entered.now();
    }

    @Error
    HttpResponse<String> onLocal(IllegalStateException fault) {
      return HttpResponse.<String>status(HttpStatus.I_AM_A_TEAPOT).body("local");
    }

    @Error(global = true)
    HttpResponse<String> onGlobal(UnsupportedOperationException fault) {
      return HttpResponse.<String>status(HttpStatus.CONFLICT).body("global");
    }

    @Error(global = true, status = HttpStatus.NOT_FOUND)
    HttpResponse<String> onNotFound() {
      return HttpResponse.notFound("nowhere");
    }
  }

  @Requires(property = "spec.name", value = SPEC)
  @Controller("/masked")
  @ApiKeyProtected(ShapeServer.SCOPE)
  static class Masked {
    @Get
    String get() {
      return Entered.now();
    }

    @Error(status = HttpStatus.UNAUTHORIZED)
    HttpResponse<String> onUnauthorized() {
      return HttpResponse.ok("masked");
    }

    @Error(status = HttpStatus.FORBIDDEN)
    HttpResponse<String> onForbidden() {
      return HttpResponse.ok("masked");
    }
  }

  @Requires(property = "spec.name", value = SPEC)
  @Controller("/open-errors")
  static class OpenErrors {

    private final Service service;

    OpenErrors(Service service) {
      this.service = service;
    }

    @Get("/global")
    String global() {
      throw new UnsupportedOperationException("no");
    }

    @Get("/service")
    String service() {
      return service.get();
    }
  }

  @Requires(property = "spec.name", value = SPEC)
  @jakarta.inject.Singleton
  static class Service {
    @ApiKeyProtected
    String get() {
      return Entered.now();
    }
  }
}
