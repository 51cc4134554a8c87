package io.keystile.auth.processor;

import static io.keystile.auth.processor.Compilation.warning;
import static io.keystile.auth.processor.Compiler.compile;

import org.junit.jupiter.api.Test;

class CallerlessMethodRuleTest {

  @Test
  void warnsOnAScheduledMethod() {
    compile(
            """
            @Singleton class Foo {
              @ApiKeyProtected @Scheduled(fixedDelay = "1h")
              void bar() {}
            }
            """)
        .reports(
            warning(
                "void bar() {}",
                "Method Foo.bar runs by @Scheduled, without a caller, and @ApiKeyProtected would"
                    + " refuse it; leave it unguarded and enter guarded code by Callers.runAs."));
  }

  @Test
  void warnsOnARepeatedlyScheduledMethod() {
    compile(
            """
            @Singleton class Foo {
              @ApiKeyProtected @Scheduled(fixedDelay = "1h") @Scheduled(cron = "0 0 * * *")
              void bar() {}
            }
            """)
        .reports(
            warning(
                "void bar() {}",
                "Method Foo.bar runs by @Scheduled, without a caller, and @ApiKeyProtected would"
                    + " refuse it; leave it unguarded and enter guarded code by Callers.runAs."));
  }

  @Test
  void warnsOnAnEventListener() {
    compile(
            """
            @Singleton class Foo {
              @ApiKeyProtected @EventListener
              void bar(String event) {}
            }
            """)
        .reports(
            warning(
                "void bar(String event) {}",
                "Method Foo.bar runs by @EventListener, without a caller, and @ApiKeyProtected"
                    + " would refuse it; leave it unguarded and enter guarded code by"
                    + " Callers.runAs."));
  }

  @Test
  void warnsOnAScheduledMethodInAGuardedClass() {
    compile(
            """
            @ApiKeyProtected @Singleton class Foo {
              @Scheduled(fixedDelay = "1h")
              void bar() {}
            }
            """)
        .reports(
            warning(
                "void bar() {}",
                "Method Foo.bar runs by @Scheduled, without a caller, and @ApiKeyProtected would"
                    + " refuse it; leave it unguarded and enter guarded code by Callers.runAs."));
  }

  @Test
  void warnsOnAComposedAnnotation() {
    compile(
            """
            @ApiKeyProtected @interface AnyKey {}
            @Singleton class Foo {
              @AnyKey @EventListener
              void bar(String event) {}
            }
            """)
        .reports(
            warning(
                "void bar(String event) {}",
                "Method Foo.bar runs by @EventListener, without a caller, and @ApiKeyProtected"
                    + " would refuse it; leave it unguarded and enter guarded code by"
                    + " Callers.runAs."));
  }

  @Test
  void warnsOnAMessageListener() {
    compile(
            """
            @MessageListener class Foo {
              @ApiKeyProtected @MessageMapping("topic")
              void bar(String message) {}
            }
            """)
        .reports(
            warning(
                "void bar(String message) {}",
                "Method Foo.bar listens to messages, without a caller, and @ApiKeyProtected would"
                    + " refuse it; leave it unguarded and enter guarded code by Callers.runAs."));
  }

  @Test
  void allowsAScheduledMethodWhichIsOpen() {
    compile(
            """
            @ApiKeyProtected @Singleton class Foo {
              @PermitAll @Scheduled(fixedDelay = "1h") void bar() {}
            }
            """)
        .isClean();
  }

  @Test
  void allowsAScheduledMethodBesideAGuardedOne() {
    compile(
            """
            @Singleton class Foo {
              @Scheduled(fixedDelay = "1h") void bar() {}
              @ApiKeyProtected void baz() {}
            }
            """)
        .isClean();
  }
}
