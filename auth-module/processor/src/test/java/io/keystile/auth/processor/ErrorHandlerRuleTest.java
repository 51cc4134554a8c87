package io.keystile.auth.processor;

import static io.keystile.auth.processor.Compilation.warning;
import static io.keystile.auth.processor.Compiler.compile;

import org.junit.jupiter.api.Test;

class ErrorHandlerRuleTest {

  @Test
  void warnsOnAnErrorHandler() {
    compile(
            """
            @Controller("/foo") class Foo {
              @Error @ApiKeyProtected
              public String bar() { return "bar"; }
            }
            """)
        .reports(
            warning(
                "public String bar() { return \"bar\"; }",
                "Method Foo.bar is an @Error handler, which @ApiKeyProtected never guards; take the"
                    + " annotation off."));
  }

  @Test
  void warnsOnAComposedAnnotation() {
    compile(
            """
            @ApiKeyProtected @interface AnyKey {}
            @Controller("/foo") class Foo {
              @Error @AnyKey
              public String bar() { return "bar"; }
            }
            """)
        .reports(
            warning(
                "public String bar() { return \"bar\"; }",
                "Method Foo.bar is an @Error handler, which @ApiKeyProtected never guards; take the"
                    + " annotation off."));
  }

  @Test
  void allowsAnErrorHandlerInAGuardedController() {
    compile(
            """
            @ApiKeyProtected @Controller("/foo") class Foo {
              @Error public String bar() { return "bar"; }
            }
            """)
        .isClean();
  }
}
