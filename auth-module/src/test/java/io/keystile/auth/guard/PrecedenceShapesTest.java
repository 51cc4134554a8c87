package io.keystile.auth.guard;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.keystile.auth.annotation.ApiKeyProtected;
import io.micronaut.context.annotation.Requires;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import jakarta.annotation.security.PermitAll;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which guard counts where there are several, or a {@code @PermitAll}. */
class PrecedenceShapesTest {

  private static final String SPEC = "PrecedenceShapesTest";

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
  void putsTheGuardOfTheMethodInPlaceOfTheTypes() {
    server.guards("GET", "/replaced");
    String bearer = server.freshBearer("other:only");
    assertEquals(200, send("/replaced/loose", bearer));
    assertEquals(403, send("/replaced", bearer));
  }

  @Test
  void leavesAPermittedMethodOfAGuardedClassOpen() {
    server.opens("GET", "/permitted/open");
    server.guards("GET", "/permitted");
  }

  @Test
  void keepsTheGuardOfTheInterfaceOverAPermittedImplementation() {
    server.guards("GET", "/permitted-below");
  }

  @Test
  void keepsTheGuardOfTheInterfaceMethodOverAPermittedImplementation() {
    server.guards("GET", "/permitted-below/method");
  }

  @Test
  void opensToOneOfTheScopesWhenAnyWillDo() {
    assertEquals(200, send("/any", server.freshBearer("first:use")));
    assertEquals(200, send("/any", server.freshBearer("second:*")));
    assertEquals(403, send("/any", server.freshBearer("third:use")));
    assertEquals(403, send("/all", server.freshBearer("first:use")));
    assertEquals(200, send("/all", server.freshBearer("first:use", "second:use")));
  }

  private static int send(String path, String bearer) {
    return server.send(server.server().request(path), bearer).statusCode();
  }

  @Requires(property = "spec.name", value = SPEC)
  @Controller("/replaced")
  @ApiKeyProtected(ShapeServer.SCOPE)
  static class Replaced {
    @Get
    String get() {
      return Entered.now();
    }

    @Get("/loose")
    @ApiKeyProtected
    String loose() {
      return Entered.now();
    }
  }

  @Requires(property = "spec.name", value = SPEC)
  @Controller("/permitted")
  @ApiKeyProtected(ShapeServer.SCOPE)
  static class Permitted {
    @Get
    String get() {
      return Entered.now();
    }

    @Get("/open")
    @PermitAll
    String open() {
      return Entered.now();
    }
  }

  @ApiKeyProtected(ShapeServer.SCOPE)
  interface Promise {
    String get();
  }

  interface PromiseOfMethod {
    @ApiKeyProtected(ShapeServer.SCOPE)
    String method();
  }

  @Requires(property = "spec.name", value = SPEC)
  @Controller("/permitted-below")
  static class PermittedBelow implements Promise, PromiseOfMethod {
    @Get
    @PermitAll
    @Override
    public String get() {
      return Entered.now();
    }

    @Get("/method")
    @PermitAll
    @Override
    public String method() {
      return Entered.now();
    }
  }

  @Requires(property = "spec.name", value = SPEC)
  @Controller
  static class Matching {
    @Get("/any")
    @ApiKeyProtected(
        scopes = {"first:use", "second:use"},
        match = ApiKeyProtected.Match.ANY)
    String any() {
      return Entered.now();
    }

    @Get("/all")
    @ApiKeyProtected({"first:use", "second:use"})
    String all() {
      return Entered.now();
    }
  }
}
