package io.keystile.auth.processor;

import static io.keystile.auth.processor.Compilation.error;
import static io.keystile.auth.processor.Compiler.compile;

import org.junit.jupiter.api.Test;

class PrivateMethodRuleTest {

  @Test
  void refusesAPrivateMethod() {
    compile(
            """
            @Singleton class Foo {
              @ApiKeyProtected
              private void bar() {}
            }
            """)
        .reports(
            error(
                "private void bar() {}",
                "Method Foo.bar is private and would not be guarded by @ApiKeyProtected;"
                    + " make it package-private or wider."));
  }

  @Test
  void refusesAComposedAnnotationOnAPrivateMethod() {
    compile(
            """
            @ApiKeyProtected("chat:write") @interface ChatWrite {}
            class Outer {
              @Singleton static class Foo {
                @ChatWrite
                private void bar() {}
              }
            }
            """)
        .reports(
            error(
                "private void bar() {}",
                "Method Outer.Foo.bar is private and would not be guarded by @ApiKeyProtected;"
                    + " make it package-private or wider."));
  }

  @Test
  void allowsAPrivateMethodInAGuardedClass() {
    compile(
            """
            @ApiKeyProtected @Singleton class Foo {
              public void bar() { helper(); }
              private void helper() {}
            }
            """)
        .isClean();
  }
}
