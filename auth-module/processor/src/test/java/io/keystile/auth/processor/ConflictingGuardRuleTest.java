package io.keystile.auth.processor;

import static io.keystile.auth.processor.Compilation.error;
import static io.keystile.auth.processor.Compilation.warning;
import static io.keystile.auth.processor.Compiler.compile;

import org.junit.jupiter.api.Test;

class ConflictingGuardRuleTest {

  @Test
  void refusesAnotherScopeThanTheInterface() {
    compile(
            """
            interface Api {
              @ApiKeyProtected("a") void bar();
            }
            @Singleton class Foo implements Api {
              @ApiKeyProtected("b")
              public void bar() {}
            }
            """)
        .reports(
            error(
                "public void bar() {}",
                "Method Foo.bar is guarded by @ApiKeyProtected(scopes = {\"b\"}) but in Api by"
                    + " @ApiKeyProtected(scopes = {\"a\"}); declare the guard once, or the same in"
                    + " both."));
  }

  @Test
  void refusesAnotherMatchThanTheSuperclass() {
    compile(
            """
            class Base {
              @ApiKeyProtected({"a", "b"}) public void bar() {}
            }
            @Singleton class Foo extends Base {
              @ApiKeyProtected(value = {"b", "a"}, match = ApiKeyProtected.Match.ANY)
              public void bar() { }
            }
            """)
        .reports(
            warning(
                "@ApiKeyProtected({\"a\", \"b\"}) public void bar() {}",
                "Method Base.bar carries @ApiKeyProtected, but Base is not declared as a bean and"
                    + " an instance made by hand is not guarded; give it a scope such as"
                    + " @Singleton."),
            error(
                "public void bar() { }",
                "Method Foo.bar is guarded by @ApiKeyProtected(scopes = {\"a\", \"b\"}, match ="
                    + " ANY) but in Base by @ApiKeyProtected(scopes = {\"a\", \"b\"}); declare the"
                    + " guard once, or the same in both."));
  }

  @Test
  void refusesAnotherCost() {
    compile(
            """
            @ApiKeyProtected(cost = 2) interface Api {
              void bar();
            }
            @Singleton class Foo implements Api {
              @ApiKeyProtected
              public void bar() {}
            }
            """)
        .reports(
            error(
                "public void bar() {}",
                "Method Foo.bar is guarded by @ApiKeyProtected but in Api by @ApiKeyProtected(cost"
                    + " = 2); declare the guard once, or the same in both."));
  }

  @Test
  void comparesTheTypeWithTheMethodOfTheInterface() {
    compile(
            """
            interface Api {
              @ApiKeyProtected("a") void bar();
            }
            @ApiKeyProtected("b") @Singleton class Foo implements Api {
              public void bar() {}
            }
            """)
        .reports(
            error(
                "public void bar() {}",
                "Method Foo.bar is guarded by @ApiKeyProtected(scopes = {\"b\"}) but in Api by"
                    + " @ApiKeyProtected(scopes = {\"a\"}); declare the guard once, or the same in"
                    + " both."));
  }

  @Test
  void comparesTheTypeWithAnInheritedMethod() {
    compile(
            """
            @ApiKeyProtected("a") abstract class Base {
              public void bar() {}
            }
            @ApiKeyProtected("b") @Singleton
            class Foo extends Base {}
            """)
        .reports(
            error(
                "class Foo extends Base {}",
                "Method Foo.bar is guarded by @ApiKeyProtected(scopes = {\"b\"}) but in Base by"
                    + " @ApiKeyProtected(scopes = {\"a\"}); declare the guard once, or the same in"
                    + " both."));
  }

  @Test
  void comparesWithATypeWhichOnlyInheritsTheMethod() {
    compile(
            """
            abstract class Base {
              public abstract void bar();
            }
            @ApiKeyProtected("a") abstract class Mid extends Base {}
            @Singleton class Foo extends Mid {
              @ApiKeyProtected("b")
              public void bar() {}
            }
            """)
        .reports(
            error(
                "public void bar() {}",
                "Method Foo.bar is guarded by @ApiKeyProtected(scopes = {\"b\"}) but in Mid by"
                    + " @ApiKeyProtected(scopes = {\"a\"}); declare the guard once, or the same in"
                    + " both."));
  }

  @Test
  void seesThroughGenerics() {
    compile(
            """
            interface Api<T> {
              @ApiKeyProtected("a") T bar(T value);
            }
            @Singleton class Foo implements Api<String> {
              @ApiKeyProtected("b")
              public String bar(String value) { return value; }
            }
            """)
        .reports(
            error(
                "public String bar(String value) { return value; }",
                "Method Foo.bar is guarded by @ApiKeyProtected(scopes = {\"b\"}) but in Api by"
                    + " @ApiKeyProtected(scopes = {\"a\"}); declare the guard once, or the same in"
                    + " both."));
  }

  @Test
  void seesThroughComposedAnnotations() {
    compile(
            """
            @Inherited @ApiKeyProtected("a") @interface A {}
            interface Api {
              @A void bar();
            }
            @Singleton class Foo implements Api {
              @ApiKeyProtected("b")
              public void bar() {}
            }
            """)
        .reports(
            error(
                "public void bar() {}",
                "Method Foo.bar is guarded by @ApiKeyProtected(scopes = {\"b\"}) but in Api by"
                    + " @ApiKeyProtected(scopes = {\"a\"}); declare the guard once, or the same in"
                    + " both."));
  }

  @Test
  void allowsTheSameGuardTwice() {
    compile(
            """
            @Inherited @ApiKeyProtected({"a", "b"}) @interface Both {}
            interface Api {
              @ApiKeyProtected({"b", "a"}) void bar();
            }
            @Singleton class Foo implements Api {
              @Both public void bar() {}
            }
            """)
        .isClean();
  }

  @Test
  void allowsToInheritTwoGuards() {
    compile(
            """
            interface Api {
              @ApiKeyProtected("a") void bar();
            }
            @ApiKeyProtected("b") abstract class Base {
              public void bar() {}
            }
            @Singleton class Foo extends Base implements Api {}
            """)
        .isClean();
  }

  @Test
  void allowsAMethodToReplaceItsOwnType() {
    compile(
            """
            @ApiKeyProtected("a") @Singleton class Foo {
              @ApiKeyProtected("b") public void bar() {}
            }
            """)
        .isClean();
  }

  @Test
  void allowsAGuardWhereTheInterfaceIsOpen() {
    compile(
            """
            @ApiKeyProtected("a") interface Api {
              @PermitAll void bar();
            }
            @Singleton class Foo implements Api {
              @ApiKeyProtected("b") public void bar() {}
            }
            """)
        .isClean();
  }

  @Test
  void allowsAnOverloadWithAnotherGuard() {
    compile(
            """
            interface Api {
              @ApiKeyProtected("a") void bar(String value);
            }
            @Singleton class Foo implements Api {
              public void bar(String value) {}
              @ApiKeyProtected("b") public void bar(Integer value) {}
            }
            """)
        .isClean();
  }
}
