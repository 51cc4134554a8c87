package io.keystile.auth.processor;

import static io.keystile.auth.processor.Compilation.error;
import static io.keystile.auth.processor.Compiler.compile;

import org.junit.jupiter.api.Test;

class FinalMethodRuleTest {

  @Test
  void refusesAFinalMethod() {
    compile(
            """
            @Singleton class Foo {
              @ApiKeyProtected
              public final void bar() {}
            }
            """)
        .reports(
            error(
                "public final void bar() {}",
                "Method Foo.bar is final and would not be guarded by @ApiKeyProtected; remove"
                    + " final."));
  }

  @Test
  void refusesAComposedAnnotationOnAFinalMethod() {
    compile(
            """
            @ApiKeyProtected @interface AnyKey {}
            @Singleton class Foo {
              @AnyKey
              protected final void bar() {}
            }
            """)
        .reports(
            error(
                "protected final void bar() {}",
                "Method Foo.bar is final and would not be guarded by @ApiKeyProtected; remove"
                    + " final."));
  }

  @Test
  void refusesAFinalMethodInAGuardedBean() {
    compile(
            """
            @ApiKeyProtected @Singleton class Foo {
              public final void bar() {}
            }
            """)
        .reports(
            error(
                "public final void bar() {}",
                "Method Foo.bar is final and would not be guarded by @ApiKeyProtected; remove"
                    + " final."));
  }

  @Test
  void refusesAFinalMethodInAGuardedBase() {
    compile(
            """
            @ApiKeyProtected abstract class Base {
              public final void bar() {}
            }
            """)
        .reports(
            error(
                "public final void bar() {}",
                "Method Base.bar is final and would not be guarded by @ApiKeyProtected; remove"
                    + " final."));
  }

  @Test
  void refusesAFinalMethodOverridingAGuardedOne() {
    compile(
            """
            interface Api {
              @ApiKeyProtected void bar();
            }
            @Singleton class Foo implements Api {
              public final void bar() {}
            }
            """)
        .reports(
            error(
                "public final void bar() {}",
                "Method Foo.bar is final and would not be guarded by @ApiKeyProtected; remove"
                    + " final."));
  }

  @Test
  void allowsAFinalMethodWhichTheTypeDoesNotReach() {
    compile(
            """
            @ApiKeyProtected @Singleton class Foo {
              protected final void bar() {}
            }
            @ApiKeyProtected abstract class Base {
              @PermitAll public final void bar() {}
            }
            """)
        .isClean();
  }

  @Test
  void allowsAFinalMethodInAFake() {
    compile(
            """
            interface Api {
              @ApiKeyProtected void bar();
            }
            class FakeApi implements Api {
              public final void bar() {}
            }
            """)
        .isClean();
  }
}
