package io.keystile.auth.guard;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.keystile.auth.TestServer;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Controllers of another jar, compiled without the checks: nothing is less safe there. */
class ForeignShapesTest {

  private static final String CONTROLLERS =
      """
      @ApiKeyProtected("shape:use")
      @Controller("/foreign")
      class Plain {
        @Get String get() { return Entered.now(); }
      }

      interface Above {
        @ApiKeyProtected("above:use") String both();
        @ApiKeyProtected("above:use") String permitted();
        @ApiKeyProtected("shape:use") String sameTwice();
      }

      @Controller("/foreign/conflict")
      class Below implements Above {
        @Get("/both") @ApiKeyProtected("below:use")
        public String both() { return Entered.now(); }

        @Get("/permitted") @PermitAll
        public String permitted() { return Entered.now(); }

        @Get("/same") @ApiKeyProtected("shape:use")
        public String sameTwice() { return Entered.now(); }
      }

      @Controller("/foreign/self")
      class Self {
        @Get @PermitAll @ApiKeyProtected("shape:use")
        String get() { return Entered.now(); }
      }

      @ApiKeyProtected("above:use")
      abstract class Base {
        @Get("/inherited") public String inherited() { return Entered.now(); }
        @Get("/overridden") public String overridden() { return Entered.now(); }
        @Get("/loosened") public String loosened() { return Entered.now(); }
      }

      @ApiKeyProtected("below:use")
      @Controller("/foreign/types")
      class OfBase extends Base {
        @Get("/overridden") @Override public String overridden() { return super.overridden(); }
        @Get("/loosened") @ApiKeyProtected @Override
        public String loosened() { return super.loosened(); }
        @Get("/own") public String own() { return Entered.now(); }
      }
      """;

  @TempDir static Path folder;
  private static URLClassLoader jar;
  private static ShapeServer server;

  @BeforeAll
  static void start() throws Exception {
    jar = ForeignJar.compile(folder, CONTROLLERS);
    server = ShapeServer.of(TestServer.start("ForeignShapesTest", folder, Map.of(), jar));
  }

  @AfterAll
  static void stop() throws Exception {
    server.close();
    jar.close();
  }

  @Test
  void guardsTheControllerOfAnotherJar() {
    server.guards("GET", "/foreign");
  }

  @Test
  void asksForBothScopesWhenInterfaceAndImplementationDiffer() {
    needsBoth("/foreign/conflict/both");
  }

  @Test
  void keepsTheGuardOfTheInterfaceOverAPermittedImplementation() {
    assertEquals(401, server.server().get("/foreign/conflict/permitted").statusCode());
    assertEquals(403, status("/foreign/conflict/permitted", "below:use"));
    assertEquals(200, status("/foreign/conflict/permitted", "above:use"));
  }

  @Test
  void takesTheSameGuardTwiceForOne() {
    server.guards("GET", "/foreign/conflict/same");
  }

  @Test
  void prefersTheGuardToThePermissionOnTheSameMethod() {
    server.guards("GET", "/foreign/self");
  }

  @Test
  void asksForBothScopesOfAnInheritedMethodWhenTheTypesDiffer() {
    needsBoth("/foreign/types/inherited");
  }

  @Test
  void asksForBothScopesOfAnOverriddenMethodWhenTheTypesDiffer() {
    needsBoth("/foreign/types/overridden");
  }

  @Test
  void asksForTheScopeOfTheBaseWhenTheMethodBelowAsksForNone() {
    assertEquals(401, server.server().get("/foreign/types/loosened").statusCode());
    assertEquals(403, status("/foreign/types/loosened", "below:use"));
    assertEquals(200, status("/foreign/types/loosened", "above:use"));
  }

  @Test
  void asksForTheNearerScopeOnAMethodTheBaseDoesNotKnow() {
    assertEquals(401, server.server().get("/foreign/types/own").statusCode());
    assertEquals(403, status("/foreign/types/own", "above:use"));
    assertEquals(200, status("/foreign/types/own", "below:use"));
  }

  private static void needsBoth(String path) {
    int before = Entered.count();
    assertEquals(401, server.server().get(path).statusCode());
    assertEquals(403, status(path, "above:use"));
    assertEquals(403, status(path, "below:use"));
    assertEquals(before, Entered.count());
    assertEquals(200, status(path, "above:use", "below:use"));
  }

  private static int status(String path, String... scopes) {
    return server.send(server.server().request(path), server.freshBearer(scopes)).statusCode();
  }
}
