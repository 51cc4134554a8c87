package io.keystile.auth.processor;

import static io.keystile.auth.processor.Compilation.warning;
import static io.keystile.auth.processor.Compiler.compile;

import org.junit.jupiter.api.Test;

class NotABeanRuleTest {

  @Test
  void warnsOnAClassWithoutAScope() {
    compile(
            """
            @ApiKeyProtected
            class Foo {}
            """)
        .reports(
            warning(
                "class Foo {}",
                "Class Foo carries @ApiKeyProtected, but Foo is not declared as a bean and an"
                    + " instance made by hand is not guarded; give it a scope such as"
                    + " @Singleton."));
  }

  @Test
  void warnsOnAMethodOfAClassWithoutAScope() {
    compile(
            """
            class Foo {
              @ApiKeyProtected
              public void bar() {}
            }
            """)
        .reports(
            warning(
                "public void bar() {}",
                "Method Foo.bar carries @ApiKeyProtected, but Foo is not declared as a bean and an"
                    + " instance made by hand is not guarded; give it a scope such as"
                    + " @Singleton."));
  }

  @Test
  void warnsOnAComposedAnnotation() {
    compile(
            """
            @ApiKeyProtected @interface AnyKey {}
            @AnyKey
            class Foo {}
            """)
        .reports(
            warning(
                "class Foo {}",
                "Class Foo carries @ApiKeyProtected, but Foo is not declared as a bean and an"
                    + " instance made by hand is not guarded; give it a scope such as"
                    + " @Singleton."));
  }

  @Test
  void allowsEveryKindOfBean() {
    compile(
            """
            @ApiKeyProtected @Prototype class A {}
            @ApiKeyProtected @Context class B {}
            @ApiKeyProtected @Bean class C {}
            @ApiKeyProtected @io.micronaut.runtime.http.scope.RequestScope class D {}
            @ApiKeyProtected @Named("e") class E {}
            @ApiKeyProtected @Mine class F {}
            @ApiKeyProtected @Service class G {}
            @ApiKeyProtected class H { @Inject H(io.micronaut.context.BeanContext context) {} }
            @ApiKeyProtected class I { @Inject io.micronaut.context.BeanContext context; }
            @ApiKeyProtected class J { @Inject void set(io.micronaut.context.BeanContext context) {} }
            @Scope @Retention(RetentionPolicy.RUNTIME) @interface Mine {}
            @Singleton @interface Service {}
            """)
        .isClean();
  }

  @Test
  void allowsInterfacesAndAbstractBases() {
    compile(
            """
            @ApiKeyProtected interface Api { void bar(); }
            abstract class Base {
              @ApiKeyProtected public void bar() {}
            }
            """)
        .isClean();
  }

  @Test
  void allowsAFakeOfAGuardedInterface() {
    compile(
            """
            @ApiKeyProtected interface Api { void bar(); }
            class FakeApi implements Api {
              public void bar() {}
            }
            """)
        .isClean();
  }
}
