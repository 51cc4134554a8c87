package io.keystile.auth.processor;

import static io.keystile.auth.processor.Compilation.error;
import static io.keystile.auth.processor.Compiler.compile;

import org.junit.jupiter.api.Test;

class CostRuleTest {

  @Test
  void refusesZero() {
    compile(
            """
            @Singleton class Foo {
              @ApiKeyProtected(cost = 0)
              public void bar() {}
            }
            """)
        .reports(
            error(
                "public void bar() {}",
                "Cost 0 of @ApiKeyProtected on Foo.bar would let calls escape the limits; use 1 or"
                    + " more."));
  }

  @Test
  void refusesANegativeCostOnAType() {
    compile(
            """
            @ApiKeyProtected(cost = -5) @Singleton
            class Foo {}
            """)
        .reports(
            error(
                "class Foo {}",
                "Cost -5 of @ApiKeyProtected on Foo would let calls escape the limits; use 1 or"
                    + " more."));
  }

  @Test
  void refusesAConstantBelowOne() {
    compile(
            """
            @Singleton class Foo {
              static final int FREE = 0;
              @ApiKeyProtected(cost = FREE)
              public void bar() {}
            }
            """)
        .reports(
            error(
                "public void bar() {}",
                "Cost 0 of @ApiKeyProtected on Foo.bar would let calls escape the limits; use 1 or"
                    + " more."));
  }

  @Test
  void refusesTheCostOfAComposedAnnotation() {
    compile(
            """
            @ApiKeyProtected(cost = 0) @interface Free {}
            @Singleton class Foo {
              @Free
              public void bar() {}
            }
            """)
        .reports(
            error(
                "public void bar() {}",
                "Cost 0 of @ApiKeyProtected on Foo.bar would let calls escape the limits; use 1 or"
                    + " more."));
  }

  @Test
  void allowsMoreThanOne() {
    compile(
            """
            @Singleton class Foo {
              @ApiKeyProtected(cost = 5) public void bar() {}
            }
            """)
        .isClean();
  }
}
