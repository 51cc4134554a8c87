package io.keystile.auth.processor;

import static io.keystile.auth.processor.Compilation.error;
import static io.keystile.auth.processor.Compiler.compile;

import org.junit.jupiter.api.Test;

class PermitAllRuleTest {

  @Test
  void refusesBothOnOneMethod() {
    compile(
            """
            @Singleton class Foo {
              @ApiKeyProtected @PermitAll
              public void bar() {}
            }
            """)
        .reports(
            error(
                "public void bar() {}",
                "Method Foo.bar carries both @PermitAll and @ApiKeyProtected, which contradict each"
                    + " other; keep one."));
  }

  @Test
  void refusesAComposedGuardBesidePermitAll() {
    compile(
            """
            @ApiKeyProtected @interface AnyKey {}
            @Singleton class Foo {
              @AnyKey @PermitAll
              public void bar() {}
            }
            """)
        .reports(
            error(
                "public void bar() {}",
                "Method Foo.bar carries both @PermitAll and @ApiKeyProtected, which contradict each"
                    + " other; keep one."));
  }

  @Test
  void refusesAComposedPermitAllBesideAGuard() {
    compile(
            """
            @PermitAll @interface Open {}
            @Singleton class Foo {
              @ApiKeyProtected @Open
              public void bar() {}
            }
            """)
        .reports(
            error(
                "public void bar() {}",
                "Method Foo.bar carries both @PermitAll and @ApiKeyProtected, which contradict each"
                    + " other; keep one."));
  }

  @Test
  void allowsPermitAllInAGuardedClass() {
    compile(
            """
            @ApiKeyProtected @Controller("/foo") class Foo {
              @PermitAll @Get public String bar() { return "bar"; }
            }
            """)
        .isClean();
  }

  @Test
  void allowsPermitAllOverAGuardedMethod() {
    compile(
            """
            interface Api {
              @ApiKeyProtected void bar();
            }
            @Singleton class Foo implements Api {
              @PermitAll public void bar() {}
            }
            """)
        .isClean();
  }
}
