package io.keystile.auth.guard;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.keystile.auth.annotation.ApiKeyProtected;
import io.micronaut.context.annotation.AliasFor;
import io.micronaut.context.annotation.Requires;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import jakarta.annotation.security.PermitAll;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The guard as a part of an application's own annotations. */
class ComposedShapesTest {

  private static final String SPEC = "ComposedShapesTest";

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
  void guardsByAComposedAnnotationOnTheClass() {
    server.guards("GET", "/composed/on-class");
  }

  @Test
  void guardsByAComposedAnnotationOnTheMethod() {
    server.guards("GET", "/composed/on-method");
  }

  @Test
  void guardsByAComposedAnnotationOfAComposedAnnotation() {
    server.guards("GET", "/composed/nested");
  }

  @Test
  void guardsByAnInheritedComposedAnnotationOnTheInterface() {
    server.guards("GET", "/composed/interface");
  }

  @Test
  void guardsByAnInheritedComposedAnnotationOnAMethodOfTheBase() {
    server.guards("GET", "/composed/base");
  }

  @Test
  void takesTheScopesFromAnAliasOnTheMethod() {
    server.guards("GET", "/composed/alias");
  }

  @Test
  void takesTheScopesFromAnAliasOnTheClass() {
    server.guards("GET", "/composed/alias-class");
  }

  @Test
  void takesTheScopesFromAnAliasOnTheInterfaceAboveAPermittedMethod() {
    server.guards("GET", "/composed/alias-above");
  }

  @Test
  void takesTheScopesFromAnAliasThroughTwoAnnotations() {
    server.guards("GET", "/composed/alias-nested");
  }

  @Test
  void asksForAllThatSeveralAnnotationsOnOneMethodAskFor() {
    server.guards("GET", "/composed/several");
    String first = server.freshBearer("default:use");
    assertEquals(403, server.send(server.server().request("/composed/both"), first).statusCode());
    String second = server.freshBearer(ShapeServer.SCOPE);
    assertEquals(403, server.send(server.server().request("/composed/both"), second).statusCode());
    String both = server.freshBearer(ShapeServer.SCOPE, "default:use");
    assertEquals(200, server.send(server.server().request("/composed/both"), both).statusCode());
  }

  @Test
  void takesTheScopesWrittenOnTheComposedAnnotationWhenTheAliasIsEmpty() {
    String bearer = server.freshBearer("default:use");
    assertEquals(
        200, server.send(server.server().request("/composed/default"), bearer).statusCode());
    assertEquals(
        403,
        server
            .send(server.server().request("/composed/default"), server.freshBearer("other:use"))
            .statusCode());
  }

  /** Not inherited: stands on the bean itself only. */
  @Retention(RetentionPolicy.RUNTIME)
  @Target({ElementType.TYPE, ElementType.METHOD})
  @ApiKeyProtected(ShapeServer.SCOPE)
  @interface Shaped {}

  @Retention(RetentionPolicy.RUNTIME)
  @Target({ElementType.TYPE, ElementType.METHOD})
  @Shaped
  @interface Nested {}

  @Inherited
  @Retention(RetentionPolicy.RUNTIME)
  @Target({ElementType.TYPE, ElementType.METHOD})
  @ApiKeyProtected(ShapeServer.SCOPE)
  @interface InheritedShaped {}

  @Inherited
  @Retention(RetentionPolicy.RUNTIME)
  @Target({ElementType.TYPE, ElementType.METHOD})
  @ApiKeyProtected
  @interface Needs {
    @AliasFor(annotation = ApiKeyProtected.class, member = "scopes")
    String[] value();
  }

  @Inherited
  @Retention(RetentionPolicy.RUNTIME)
  @Target({ElementType.TYPE, ElementType.METHOD})
  @Needs("default:use")
  @interface NeedsMore {
    @AliasFor(annotation = Needs.class, member = "value")
    String[] scopes();
  }

  @Inherited
  @Retention(RetentionPolicy.RUNTIME)
  @Target({ElementType.TYPE, ElementType.METHOD})
  @ApiKeyProtected("default:use")
  @interface NeedsByDefault {
    @AliasFor(annotation = ApiKeyProtected.class, member = "scopes")
    String[] value() default {};
  }

  @Requires(property = "spec.name", value = SPEC)
  @Controller("/composed/on-class")
  @Shaped
  static class OnClass {
    @Get
    String get() {
      return Entered.now();
    }
  }

  @Requires(property = "spec.name", value = SPEC)
  @Controller("/composed")
  static class OnMethods {
    @Get("/on-method")
    @Shaped
    String get() {
      return Entered.now();
    }

    @Get("/nested")
    @Nested
    String nested() {
      return Entered.now();
    }

    @Get("/alias")
    @Needs(ShapeServer.SCOPE)
    String alias() {
      return Entered.now();
    }

    @Get("/alias-nested")
    @NeedsMore(scopes = ShapeServer.SCOPE)
    String aliasNested() {
      return Entered.now();
    }

    @Get("/several")
    @Shaped
    @InheritedShaped
    String several() {
      return Entered.now();
    }

    @Get("/both")
    @Needs("default:use")
    @Shaped
    String both() {
      return Entered.now();
    }

    @Get("/default")
    @NeedsByDefault
    String byDefault() {
      return Entered.now();
    }
  }

  @InheritedShaped
  interface Promise {
    String get();
  }

  @Requires(property = "spec.name", value = SPEC)
  @Controller("/composed/interface")
  static class OfPromise implements Promise {
    @Get
    @Override
    public String get() {
      return Entered.now();
    }
  }

  abstract static class Base {
    @InheritedShaped
    abstract String get();
  }

  @Requires(property = "spec.name", value = SPEC)
  @Controller("/composed/base")
  static class OfBase extends Base {
    @Get
    @Override
    String get() {
      return Entered.now();
    }
  }

  @Requires(property = "spec.name", value = SPEC)
  @Controller("/composed/alias-class")
  @Needs(ShapeServer.SCOPE)
  static class AliasOnClass {
    @Get
    String get() {
      return Entered.now();
    }
  }

  @Needs(ShapeServer.SCOPE)
  interface AliasAbove {
    String get();
  }

  @Requires(property = "spec.name", value = SPEC)
  @Controller("/composed/alias-above")
  static class OfAliasAbove implements AliasAbove {
    @Get
    @PermitAll
    @Override
    public String get() {
      return Entered.now();
    }
  }
}
