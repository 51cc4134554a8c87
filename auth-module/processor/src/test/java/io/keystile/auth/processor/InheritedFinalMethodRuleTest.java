package io.keystile.auth.processor;

import static io.keystile.auth.processor.Compilation.warning;
import static io.keystile.auth.processor.Compiler.compile;

import org.junit.jupiter.api.Test;

class InheritedFinalMethodRuleTest {

  @Test
  void warnsOfAFinalMethodFromAnUnguardedBase() {
    compile(
            """
            class Base {
              public final void bar() {}
            }
            @ApiKeyProtected @Singleton
            class Foo extends Base {}
            """)
        .reports(
            warning(
                "class Foo extends Base {}",
                "Method Base.bar is final and not guarded by the @ApiKeyProtected of Foo; remove"
                    + " final, or annotate the methods instead of the type."));
  }

  @Test
  void warnsUnderAComposedAnnotation() {
    compile(
            """
            @ApiKeyProtected @interface AnyKey {}
            class Base {
              public final void bar() {}
            }
            @AnyKey @Singleton
            class Foo extends Base {}
            """)
        .reports(
            warning(
                "class Foo extends Base {}",
                "Method Base.bar is final and not guarded by the @ApiKeyProtected of Foo; remove"
                    + " final, or annotate the methods instead of the type."));
  }

  @Test
  void allowsItWhenMethodsAreGuarded() {
    compile(
            """
            class Base {
              public final void bar() {}
            }
            @Singleton class Foo extends Base {
              @ApiKeyProtected public void baz() {}
            }
            """)
        .isClean();
  }
}
