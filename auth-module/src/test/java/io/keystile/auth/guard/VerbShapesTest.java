package io.keystile.auth.guard;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.keystile.auth.annotation.ApiKeyProtected;
import io.micronaut.context.annotation.Requires;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.CustomHttpMethod;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Head;
import io.micronaut.http.annotation.Options;
import io.micronaut.http.annotation.Patch;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Put;
import io.micronaut.http.annotation.Trace;
import io.micronaut.http.annotation.UriMapping;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every verb, and every way in which a path may come to be; all below a context path. */
class VerbShapesTest {

  private static final String SPEC = "VerbShapesTest";

  @TempDir static Path folder;
  private static ShapeServer server;

  @BeforeAll
  static void start() {
    server = ShapeServer.start(SPEC, folder, Map.of("micronaut.server.context-path", "/ctx"));
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @ParameterizedTest(name = "guards {0}")
  @ValueSource(
      strings = {"GET", "POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "PURGE", "PROPFIND"})
  void guardsTheVerb(String verb) {
    server.guards(verb, "/ctx/verbs");
  }

  @Test
  void guardsHeadOnItsOwnRoute() {
    server.guards("HEAD", "/ctx/verbs/head");
  }

  @Test
  void guardsTheHeadThatComesWithAGetRoute() {
    server.guards("HEAD", "/ctx/verbs");
  }

  @Test
  void guardsTheTrailingSlash() {
    server.guards("GET", "/ctx/verbs/");
    server.guards("POST", "/ctx/verbs/");
  }

  @Test
  void guardsAPathWithVariables() {
    server.guards("GET", "/ctx/verbs/by/17/detail?depth=2");
  }

  @Test
  void guardsAPathThatSwallowsTheRest() {
    server.guards("GET", "/ctx/verbs/rest/static/a.txt");
    server.guards("GET", "/ctx/verbs/rest/a%2Fb");
  }

  @Test
  void guardsEachOfSeveralPaths() {
    server.guards("GET", "/ctx/verbs/one");
    server.guards("GET", "/ctx/verbs/two");
  }

  @Test
  void guardsAPathThatIsNamedAfterTheMethod() {
    server.guards("GET", "/ctx/verbs/named-by-method");
  }

  @Test
  void guardsAComposedControllerBelowItsUriMapping() {
    server.guards("GET", "/ctx/mapped/below");
  }

  @Test
  void knowsNothingOutsideTheContextPath() {
    int before = Entered.count();
    assertEquals(404, server.server().get("/verbs").statusCode());
    assertEquals(before, Entered.count());
  }

  @Requires(property = "spec.name", value = SPEC)
  @Controller("/verbs")
  @ApiKeyProtected(ShapeServer.SCOPE)
  static class Verbs {
    @Get
    String get() {
      return Entered.now();
    }

    @Post(consumes = "*/*")
    String post() {
      return Entered.now();
    }

    @Put(consumes = "*/*")
    String put() {
      return Entered.now();
    }

    @Delete(consumes = "*/*")
    String delete() {
      return Entered.now();
    }

    @Patch(consumes = "*/*")
    String patch() {
      return Entered.now();
    }

    @Options(consumes = "*/*")
    String options() {
      return Entered.now();
    }

    @Head("/head")
    void head() {
      Entered.now();
    }

    @Trace
    String trace() {
      return Entered.now();
    }

    @CustomHttpMethod(method = "PURGE", consumes = "*/*")
    String purge() {
      return Entered.now();
    }

    @CustomHttpMethod(method = "PROPFIND", consumes = "*/*")
    String propfind() {
      return Entered.now();
    }

    @Get("/by/{id}/detail{?depth}")
    String variables(int id, int depth) {
      return Entered.now() + id + depth;
    }

    @Get("/rest/{+rest}")
    String rest(String rest) {
      return Entered.now() + rest;
    }

    @Get(uris = {"/one", "/two"})
    String several() {
      return Entered.now();
    }

    @Get("/named-by-method")
    String namedByMethod() {
      return Entered.now();
    }
  }

  @Retention(RetentionPolicy.RUNTIME)
  @Controller
  @UriMapping("/mapped")
  @ApiKeyProtected(ShapeServer.SCOPE)
  @interface MappedController {}

  @Requires(property = "spec.name", value = SPEC)
  @MappedController
  static class Mapped {
    @Get("/below")
    String get() {
      return Entered.now();
    }
  }
}
