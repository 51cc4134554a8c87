package io.keystile.auth.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.keystile.auth.TestServer;
import io.keystile.auth.guard.ForeignJar;
import io.keystile.auth.guard.ShapeServer;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnboundGuardsTest {

  private static final String COMPOSED =
      """
      @Retention(RetentionPolicy.RUNTIME)
      @ApiKeyProtected("shape:use")
      @interface Shaped {}

      """;

  @TempDir Path folder;

  @Test
  void stopsTheStartWhenTheGuardOfAnInterfaceIsLost() throws Exception {
    stops(
        """
        @Shaped interface Promise { String get(); }

        @Controller("/lost")
        class Lost implements Promise {
          @Get("/{id}") public String get() { return Entered.now(); }
        }
        """,
        "get");
  }

  @Test
  void stopsTheStartWhenTheGuardOfAnInterfaceMethodIsLost() throws Exception {
    stops(
        """
        interface Promise { @Shaped String get(); }

        @Controller("/lost")
        class Lost implements Promise {
          @Get("/{id}") public String get() { return Entered.now(); }
        }
        """,
        "get");
  }

  @Test
  void stopsTheStartWhenTheGuardOfABaseIsLost() throws Exception {
    stops(
        """
        @Shaped abstract class Base {
          @Post("/{id}") public String post() { return Entered.now(); }
        }

        @Controller("/lost")
        class Lost extends Base {}
        """,
        "post");
  }

  @Test
  void startsWhenTheComposedGuardStandsOnTheBeanItself() throws Exception {
    String source =
        """
        @Shaped @Controller("/kept")
        class Kept {
          @Get public String get() { return Entered.now(); }
        }
        """;
    try (URLClassLoader jar = ForeignJar.compile(folder, COMPOSED + source);
        ShapeServer server = ShapeServer.of(start(jar))) {
      server.guards("GET", "/kept");
    }
  }

  private void stops(String source, String method) throws Exception {
    try (URLClassLoader jar = ForeignJar.compile(folder, COMPOSED + source)) {
      Throwable fault = assertThrows(RuntimeException.class, () -> start(jar).close());
      while (fault.getCause() != null) {
        fault = fault.getCause();
      }
      assertEquals(
          "The route /lost/{id} (foreign.Lost."
              + method
              + ") would be open although an interface or superclass guards it: the annotation"
              + " there is composed of @ApiKeyProtected and lacks @Inherited. Add @Inherited to it,"
              + " or put @ApiKeyProtected on the controller.",
          fault.getMessage());
    }
  }

  private TestServer start(URLClassLoader jar) {
    return TestServer.start("UnboundGuardsTest", folder, Map.of(), jar);
  }
}
