package io.keystile.auth.processor;

import static io.keystile.auth.processor.Compilation.error;
import static io.keystile.auth.processor.Compiler.compile;

import org.junit.jupiter.api.Test;

class StaticMethodRuleTest {

  @Test
  void refusesAStaticMethod() {
    compile(
            """
            @Singleton class Foo {
              @ApiKeyProtected
              static void bar() {}
            }
            """)
        .reports(
            error(
                "static void bar() {}",
                "Method Foo.bar is static and would not be guarded by @ApiKeyProtected; make it an"
                    + " instance method of a bean."));
  }

  @Test
  void refusesAStaticMethodOfAnInterface() {
    compile(
            """
            interface Foo {
              @ApiKeyProtected
              static void bar() {}
            }
            """)
        .reports(
            error(
                "static void bar() {}",
                "Method Foo.bar is static and would not be guarded by @ApiKeyProtected; make it an"
                    + " instance method of a bean."));
  }

  @Test
  void refusesAComposedAnnotationOnAStaticMethod() {
    compile(
            """
            @ApiKeyProtected @interface AnyKey {}
            @Singleton class Foo {
              @AnyKey
              static void bar() {}
            }
            """)
        .reports(
            error(
                "static void bar() {}",
                "Method Foo.bar is static and would not be guarded by @ApiKeyProtected; make it an"
                    + " instance method of a bean."));
  }

  @Test
  void allowsAStaticMethodInAGuardedClass() {
    compile(
            """
            @ApiKeyProtected @Singleton class Foo {
              public static Foo create() { return new Foo(); }
            }
            """)
        .isClean();
  }
}
