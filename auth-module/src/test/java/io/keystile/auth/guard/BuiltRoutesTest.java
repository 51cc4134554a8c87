package io.keystile.auth.guard;

import io.keystile.auth.annotation.ApiKeyProtected;
import io.micronaut.context.ExecutionHandleLocator;
import io.micronaut.context.annotation.Executable;
import io.micronaut.context.annotation.Requires;
import io.micronaut.core.version.annotation.Version;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.web.router.DefaultRouteBuilder;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Routes that no annotation made, and routes of which several share one path. */
class BuiltRoutesTest {

  private static final String SPEC = "BuiltRoutesTest";

  @TempDir static Path folder;
  private static ShapeServer server;

  @BeforeAll
  static void start() {
    server =
        ShapeServer.start(
            SPEC,
            folder,
            Map.of(
                "micronaut.router.versioning.enabled",
                true,
                "micronaut.router.versioning.header.enabled",
                true));
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void guardsARouteBuiltOntoAGuardedMethod() {
    server.guards("GET", "/built/method");
    server.guards("POST", "/built/method");
  }

  @Test
  void guardsARouteBuiltOntoTheInterfaceOfAGuardedBean() {
    server.guards("GET", "/built/interface");
  }

  @Test
  void guardsARouteBuiltOntoAnOpenInterfaceOfAGuardedBean() {
    server.guards("GET", "/built/open-interface");
  }

  @Test
  void guardsARouteNestedInAnother() {
    server.guards("GET", "/built/outer/inner");
  }

  @Test
  void leavesARouteBuiltOntoAnOpenMethodOpen() {
    server.opens("GET", "/built/open");
  }

  @Test
  void guardsEachVersionByItsOwnGuard() {
    server.guards("GET", "/versions", "X-API-VERSION", "1");
    server.guards("GET", "/versions", "X-API-VERSION", "2");
  }

  interface Guarded {
    @ApiKeyProtected(ShapeServer.SCOPE)
    @Executable
    String behindInterface();
  }

  interface Open {
    @Executable
    String behindOpenInterface();
  }

  @Requires(property = "spec.name", value = SPEC)
  @Singleton
  static class Target implements Guarded, Open {
    @Executable
    @ApiKeyProtected(ShapeServer.SCOPE)
    String guarded() {
      return Entered.now();
    }

    @Executable
    String open() {
      return Entered.now();
    }

    @Executable
    @Override
    public String behindInterface() {
      return Entered.now();
    }

    @Executable
    @ApiKeyProtected(ShapeServer.SCOPE)
    @Override
    public String behindOpenInterface() {
      return Entered.now();
    }
  }

  @Requires(property = "spec.name", value = SPEC)
  @Singleton
  // The framework's own overriding is at fault.
  @SuppressWarnings("overrides")
  static class Routes extends DefaultRouteBuilder {

    Routes(ExecutionHandleLocator locator) {
      super(locator);
    }

    @Inject
    void build(Target target) {
      GET("/built/method", target, "guarded");
      POST("/built/method", Target.class, "guarded");
      GET("/built/open", target, "open");
      GET("/built/interface", Guarded.class, "behindInterface");
      GET("/built/open-interface", Open.class, "behindOpenInterface");
      GET("/built/outer", target, "open").nest(() -> GET("/inner", target, "guarded"));
    }
  }

  @Requires(property = "spec.name", value = SPEC)
  @Controller("/versions")
  static class Versions {
    @Get
    @Version("1")
    @ApiKeyProtected(ShapeServer.SCOPE)
    String first() {
      return Entered.now();
    }

    @Get
    @Version("2")
    @ApiKeyProtected(ShapeServer.SCOPE)
    String second() {
      return Entered.now();
    }
  }
}
