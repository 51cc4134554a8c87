package io.keystile.auth.processor;

import static io.keystile.auth.processor.Compiler.compile;

import org.junit.jupiter.api.Test;

/** What developers write, and what compiles without a word. */
class GuardShapesTest {

  @Test
  void acceptsAGuardedController() {
    compile(
            """
            @ApiKeyProtected("chat:write") @Controller("/foo") class Foo {
              @Get("/a") String a() { return "a"; }
              @Get("/b") public String b(String name) { return "b"; }
            }
            """)
        .isClean();
  }

  @Test
  void acceptsAGuardedMethod() {
    compile(
            """
            @Controller("/foo") class Foo {
              @ApiKeyProtected(scopes = {"a", "b"}, match = ApiKeyProtected.Match.ANY, cost = 5)
              @Get("/a") String a() { return "a"; }
              @Get("/b") String b() { return "b"; }
            }
            """)
        .isClean();
  }

  @Test
  void acceptsAGuardedInterfaceMethod() {
    compile(
            """
            interface Api {
              @ApiKeyProtected("a") @Get("/a") String a();
            }
            @Controller("/foo") class Foo implements Api {
              @Override public String a() { return "a"; }
            }
            """)
        .isClean();
  }

  @Test
  void acceptsAGuardedInterface() {
    compile(
            """
            @ApiKeyProtected("a") interface Api {
              @Get("/a") String a();
              @Get("/b") default String b() { return "b"; }
            }
            @Controller("/foo") class Foo implements Api {
              @Override public String a() { return "a"; }
            }
            """)
        .isClean();
  }

  @Test
  void acceptsAGuardedAbstractBase() {
    compile(
            """
            @ApiKeyProtected("a") abstract class Base {
              @Get("/a") public String a() { return "a"; }
            }
            @Controller("/foo") class Foo extends Base {
              @Get("/b") public String b() { return "b"; }
            }
            """)
        .isClean();
  }

  @Test
  void acceptsAnOverriddenGuardedMethod() {
    compile(
            """
            abstract class Base {
              @ApiKeyProtected("a") @Get("/a") public String a() { return "a"; }
            }
            @Controller("/foo") class Foo extends Base {
              @Override @Get("/a") public String a() { return "b"; }
            }
            """)
        .isClean();
  }

  @Test
  void acceptsAGenericGuardedMethod() {
    compile(
            """
            interface Api<T> {
              @ApiKeyProtected("a") @Post("/a") T a(@Body T body);
            }
            @Controller("/foo") class Foo implements Api<String> {
              @Override public String a(String body) { return body; }
            }
            """)
        .isClean();
  }

  @Test
  void acceptsAComposedAnnotation() {
    compile(
            """
            @Inherited @Retention(RetentionPolicy.RUNTIME) @ApiKeyProtected("chat:write")
            @interface ChatWrite {}
            @ChatWrite @Controller("/foo") class Foo {
              @Get("/a") String a() { return "a"; }
            }
            @Controller("/bar") class Bar {
              @ChatWrite @Get("/a") String a() { return "a"; }
            }
            """)
        .isClean();
  }

  @Test
  void acceptsAnOpenMethodInAGuardedClass() {
    compile(
            """
            @ApiKeyProtected @Controller("/foo") class Foo {
              @Get("/a") @PermitAll public String a() { return "a"; }
            }
            """)
        .isClean();
  }

  @Test
  void acceptsARecordInsideAGuardedController() {
    compile(
            """
            @ApiKeyProtected @Controller("/foo") class Foo {
              @Get("/a") Answer a() { return new Answer("a"); }
              record Answer(String text) {}
              enum Kind { A, B }
              static final class Helper {
                private static void help() {}
              }
            }
            """)
        .isClean();
  }

  @Test
  void acceptsNestedControllers() {
    compile(
            """
            class Outer {
              @ApiKeyProtected("a") @Controller("/foo") static class Foo {
                @Get("/a") String a() { return "a"; }
              }
              @Controller("/bar") static class Bar {
                @ApiKeyProtected("b") @Get("/b") String b() { return "b"; }
              }
            }
            """)
        .isClean();
  }

  @Test
  void acceptsAGuardedClient() {
    compile(
            """
            @ApiKeyProtected interface Api {
              @Get("/a") String a();
            }
            @io.micronaut.http.client.annotation.Client("/foo") interface ApiClient extends Api {}
            """)
        .isClean();
  }

  @Test
  void leavesUnguardedTypesAlone() {
    compile(
            """
            final class Foo {
              private static void bar() {}
            }
            @Singleton class Baz extends java.util.ArrayList<String> {
              static final long serialVersionUID = 1;
            }
            """)
        .isClean();
  }
}
