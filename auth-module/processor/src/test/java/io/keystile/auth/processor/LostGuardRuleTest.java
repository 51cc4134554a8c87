package io.keystile.auth.processor;

import static io.keystile.auth.processor.Compilation.error;
import static io.keystile.auth.processor.Compiler.compile;

import org.junit.jupiter.api.Test;

class LostGuardRuleTest {

  @Test
  void refusesABeanWhichLosesTheGuardOfItsBase() {
    compile(
            """
            @ApiKeyProtected("a") @interface Chat {}
            @Chat abstract class Base {}
            @Singleton
            class Foo extends Base {}
            """)
        .reports(
            error(
                "class Foo extends Base {}",
                "Class Foo would not be guarded by the @ApiKeyProtected which Base carries through"
                    + " @Chat; add @Inherited to @Chat."));
  }

  @Test
  void refusesAMethodWhichLosesTheGuardOfItsInterface() {
    compile(
            """
            @ApiKeyProtected("a") @interface Chat {}
            interface Api<T> {
              @Chat void bar(T value);
            }
            @Singleton class Foo implements Api<String> {
              public void bar(String value) {}
            }
            """)
        .reports(
            error(
                "public void bar(String value) {}",
                "Method Foo.bar would not be guarded by the @ApiKeyProtected which Api.bar carries"
                    + " through @Chat; add @Inherited to @Chat."));
  }

  @Test
  void refusesToLoseOneOfTwoGuards() {
    compile(
            """
            @ApiKeyProtected("a") @interface Chat {}
            @Chat interface Api {}
            @ApiKeyProtected("b") abstract class Base {}
            @Singleton
            class Foo extends Base implements Api {}
            """)
        .reports(
            error(
                "class Foo extends Base implements Api {}",
                "Class Foo would not be guarded by the @ApiKeyProtected which Api carries through"
                    + " @Chat; add @Inherited to @Chat."));
  }

  @Test
  void refusesAnOpenedMethodWhichLosesTheGuardOfItsInterface() {
    compile(
            """
            @ApiKeyProtected("a") @interface Chat {}
            interface Api {
              @Chat void bar();
            }
            @ApiKeyProtected @Singleton class Foo implements Api {
              @PermitAll
              public void bar() {}
            }
            """)
        .reports(
            error(
                "public void bar() {}",
                "Method Foo.bar would not be guarded by the @ApiKeyProtected which Api.bar carries"
                    + " through @Chat; add @Inherited to @Chat."));
  }

  @Test
  void allowsADirectAnnotationAbove() {
    compile(
            """
            @ApiKeyProtected("a") interface Api {}
            abstract class Base {
              @ApiKeyProtected("b") public void bar() {}
            }
            @Singleton class Foo extends Base implements Api {
              public void bar() {}
            }
            """)
        .isClean();
  }

  @Test
  void allowsAnInheritedComposedAnnotation() {
    compile(
            """
            @Inherited @ApiKeyProtected("a") @interface Chat {}
            @Chat abstract class Base {}
            interface Api {
              @Chat void bar();
            }
            @Singleton class Foo extends Base implements Api {
              public void bar() {}
            }
            """)
        .isClean();
  }

  @Test
  void allowsToOverrideTheOpenOneOfTwoPackagePrivateMethods() {
    compile(
            """
            @ApiKeyProtected("a") @interface Chat {}
            abstract class Base {
              @Chat String guarded(String value) { return value; }
              String open(String value) { return value; }
            }
            @Singleton class Foo extends Base {
              @Override
              String open(String value) { return value + "!"; }
            }
            """)
        .isClean();
  }
}
