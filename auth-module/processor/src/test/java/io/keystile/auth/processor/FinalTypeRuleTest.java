package io.keystile.auth.processor;

import static io.keystile.auth.processor.Compilation.error;
import static io.keystile.auth.processor.Compiler.compile;

import org.junit.jupiter.api.Test;

class FinalTypeRuleTest {

  @Test
  void refusesAFinalClass() {
    compile(
            """
            @ApiKeyProtected @Singleton
            final class Foo {}
            """)
        .reports(
            error(
                "final class Foo {}",
                "Class Foo is final and would not be guarded by @ApiKeyProtected; remove final."));
  }

  @Test
  void refusesAGuardedMethodInAFinalClass() {
    compile(
            """
            @Singleton
            final class Foo {
              @ApiKeyProtected public void bar() {}
            }
            """)
        .reports(
            error(
                "final class Foo {",
                "Class Foo is final and would not be guarded by @ApiKeyProtected; remove final."));
  }

  @Test
  void refusesAComposedAnnotationOnAFinalClass() {
    compile(
            """
            @ApiKeyProtected @interface AnyKey {}
            @AnyKey @Singleton
            final class Foo {}
            """)
        .reports(
            error(
                "final class Foo {}",
                "Class Foo is final and would not be guarded by @ApiKeyProtected; remove final."));
  }

  @Test
  void refusesAFinalBeanUnderAGuardedInterface() {
    compile(
            """
            interface Api {
              @ApiKeyProtected void bar();
            }
            @Singleton
            final class Foo implements Api {
              public void bar() {}
            }
            """)
        .reports(
            error(
                "final class Foo implements Api {",
                "Class Foo is final and would not be guarded by @ApiKeyProtected; remove final."));
  }

  @Test
  void refusesAFinalBeanUnderAGuardedBase() {
    compile(
            """
            @ApiKeyProtected abstract class Base {
              public void bar() {}
            }
            @Singleton
            final class Foo extends Base {}
            """)
        .reports(
            error(
                "final class Foo extends Base {}",
                "Class Foo is final and would not be guarded by @ApiKeyProtected; remove final."));
  }

  @Test
  void refusesAFinalBeanWhichInheritsAGuardedMethod() {
    compile(
            """
            abstract class Base {
              @ApiKeyProtected public void bar() {}
            }
            @Singleton
            final class Foo extends Base {}
            """)
        .reports(
            error(
                "final class Foo extends Base {}",
                "Class Foo is final and would not be guarded by @ApiKeyProtected; remove final."));
  }

  @Test
  void refusesARecord() {
    compile(
            """
            @ApiKeyProtected
            record Foo(String bar) {}
            """)
        .reports(
            error(
                "record Foo(String bar) {}",
                "Record Foo is final and would not be guarded by @ApiKeyProtected; move what needs"
                    + " a guard to a class which is not final."));
  }

  @Test
  void refusesAnEnum() {
    compile(
            """
            @ApiKeyProtected
            enum Foo { BAR }
            """)
        .reports(
            error(
                "enum Foo { BAR }",
                "Enum Foo is final and would not be guarded by @ApiKeyProtected; move what needs a"
                    + " guard to a class which is not final."));
  }

  @Test
  void allowsAFinalFakeOfAGuardedInterface() {
    compile(
            """
            @ApiKeyProtected interface Api {
              void bar();
            }
            final class FakeApi implements Api {
              public void bar() {}
            }
            """)
        .isClean();
  }
}
