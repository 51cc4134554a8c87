package io.keystile.auth.guard;

import io.keystile.auth.annotation.ApiKeyProtected;
import io.micronaut.context.annotation.Requires;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where the annotation may stand on or above a controller. */
class DeclaredShapesTest {

  private static final String SPEC = "DeclaredShapesTest";

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
  void guardsByTheClass() {
    server.guards("GET", "/on-class");
  }

  @Test
  void guardsByTheMethod() {
    server.guards("GET", "/on-method");
  }

  @Test
  void leavesTheMethodBesideAGuardedOneOpen() {
    server.opens("GET", "/on-method/open");
  }

  @Test
  void guardsByTheMethodOfAnInterface() {
    server.guards("GET", "/interface-method");
  }

  @Test
  void guardsByTheInterface() {
    server.guards("GET", "/interface-type");
  }

  @Test
  void guardsADefaultMethodOfAGuardedInterface() {
    server.guards("GET", "/interface-type/default");
  }

  @Test
  void guardsAnInheritedMethodOfAGuardedAbstractBase() {
    server.guards("GET", "/abstract-base");
  }

  @Test
  void guardsAnInheritedMethodThatIsGuardedInItsUnguardedBase() {
    server.guards("GET", "/abstract-base/method");
  }

  @Test
  void guardsAnInheritedMethodByTheGuardOfTheSubclass() {
    server.guards("GET", "/guarded-below");
  }

  @Test
  void guardsTheOverridingMethodByTheOverridden() {
    server.guards("GET", "/overridden");
  }

  @Test
  void guardsAcrossTwoGenerations() {
    server.guards("GET", "/overridden/twice");
  }

  @Test
  void guardsAGenericMethodThroughItsBridge() {
    server.guards("GET", "/generic?value=1");
  }

  @Test
  void guardsAGenericMethodOfAnAbstractBase() {
    server.guards("GET", "/generic-base?value=1");
  }

  @Requires(property = "spec.name", value = SPEC)
  @Controller("/on-class")
  @ApiKeyProtected(ShapeServer.SCOPE)
  static class OnClass {
    @Get
    String get() {
      return Entered.now();
    }
  }

  @Requires(property = "spec.name", value = SPEC)
  @Controller("/on-method")
  static class OnMethod {
    @Get
    @ApiKeyProtected(scopes = ShapeServer.SCOPE)
    String get() {
      return Entered.now();
    }

    @Get("/open")
    String open() {
      return Entered.now();
    }
  }

  interface GuardedMethod {
    @ApiKeyProtected(ShapeServer.SCOPE)
    String get();
  }

  @Requires(property = "spec.name", value = SPEC)
  @Controller("/interface-method")
  static class OfGuardedMethod implements GuardedMethod {
    @Get
    @Override
    public String get() {
      return Entered.now();
    }
  }

  @ApiKeyProtected(ShapeServer.SCOPE)
  interface GuardedType {
    @Get
    String get();

    @Get("/default")
    default String byDefault() {
      return Entered.now();
    }
  }

  @Requires(property = "spec.name", value = SPEC)
  @Controller("/interface-type")
  static class OfGuardedType implements GuardedType {
    @Override
    public String get() {
      return Entered.now();
    }
  }

  @ApiKeyProtected(ShapeServer.SCOPE)
  abstract static class GuardedBase {
    @Get
    String get() {
      return Entered.now();
    }
  }

  @Requires(property = "spec.name", value = SPEC)
  @Controller("/abstract-base")
  static class OfGuardedBase extends GuardedBase {}

  abstract static class OpenBase {
    @Get
    public String get() {
      return Entered.now();
    }

    @Get("/method")
    @ApiKeyProtected(ShapeServer.SCOPE)
    public String guarded() {
      return Entered.now();
    }
  }

  @Requires(property = "spec.name", value = SPEC)
  @Controller("/abstract-base")
  static class OfGuardedBaseMethod extends OpenBase {
    @Get("/open")
    @Override
    public String get() {
      return super.get();
    }
  }

  abstract static class Plain {
    @Get
    String get() {
      return Entered.now();
    }
  }

  @Requires(property = "spec.name", value = SPEC)
  @Controller("/guarded-below")
  @ApiKeyProtected(ShapeServer.SCOPE)
  static class GuardedBelow extends Plain {}

  abstract static class Overridden {
    @ApiKeyProtected(ShapeServer.SCOPE)
    String get() {
      return "overridden";
    }

    @ApiKeyProtected(ShapeServer.SCOPE)
    String twice() {
      return "overridden";
    }
  }

  abstract static class Between extends Overridden {
    @Override
    String twice() {
      return "between";
    }
  }

  @Requires(property = "spec.name", value = SPEC)
  @Controller("/overridden")
  static class Overriding extends Between {
    @Get
    @Override
    String get() {
      return Entered.now();
    }

    @Get("/twice")
    @Override
    String twice() {
      return Entered.now();
    }
  }

  interface Generic<T> {
    @ApiKeyProtected(ShapeServer.SCOPE)
    String get(T value);
  }

  @Requires(property = "spec.name", value = SPEC)
  @Controller("/generic")
  static class OfGeneric implements Generic<Integer> {
    @Get
    @Override
    public String get(Integer value) {
      return Entered.now();
    }
  }

  abstract static class GenericBase<T> {
    @ApiKeyProtected(ShapeServer.SCOPE)
    abstract T get(T value);
  }

  @Requires(property = "spec.name", value = SPEC)
  @Controller("/generic-base")
  static class OfGenericBase extends GenericBase<String> {
    @Get
    @Override
    String get(String value) {
      return Entered.now();
    }
  }
}
