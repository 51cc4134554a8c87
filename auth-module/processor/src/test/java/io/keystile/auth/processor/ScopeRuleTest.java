package io.keystile.auth.processor;

import static io.keystile.auth.processor.Compilation.error;
import static io.keystile.auth.processor.Compiler.compile;

import org.junit.jupiter.api.Test;

class ScopeRuleTest {

  @Test
  void refusesAnEmptyScope() {
    compile(
            """
            @Singleton class Foo {
              @ApiKeyProtected("")
              public void bar() {}
            }
            """)
        .reports(
            error(
                "public void bar() {}",
                "A scope of @ApiKeyProtected on Foo.bar is empty; name the scope, or leave it out"
                    + " to accept any valid key."));
  }

  @Test
  void refusesABlankScope() {
    compile(
            """
            @Singleton class Foo {
              @ApiKeyProtected({"chat:write", " "})
              public void bar() {}
            }
            """)
        .reports(
            error(
                "public void bar() {}",
                "A scope of @ApiKeyProtected on Foo.bar is empty; name the scope, or leave it out"
                    + " to accept any valid key."));
  }

  @Test
  void refusesUpperCase() {
    compile(
            """
            @Singleton class Foo {
              @ApiKeyProtected("Chat:write")
              public void bar() {}
            }
            """)
        .reports(
            error(
                "public void bar() {}",
                "Scope \"Chat:write\" of @ApiKeyProtected on Foo.bar is malformed; use lower-case"
                    + " letters and digits, parted by ':', '.' or '-', such as chat:write."));
  }

  @Test
  void refusesADanglingSeparator() {
    compile(
            """
            @Singleton class Foo {
              @ApiKeyProtected(scopes = "chat:")
              public void bar() {}
            }
            """)
        .reports(
            error(
                "public void bar() {}",
                "Scope \"chat:\" of @ApiKeyProtected on Foo.bar is malformed; use lower-case"
                    + " letters and digits, parted by ':', '.' or '-', such as chat:write."));
  }

  @Test
  void refusesScopesInOneText() {
    compile(
            """
            @Singleton class Foo {
              @ApiKeyProtected("chat:read chat:write")
              public void bar() {}
            }
            """)
        .reports(
            error(
                "public void bar() {}",
                "Scope \"chat:read chat:write\" of @ApiKeyProtected on Foo.bar is malformed; use"
                    + " lower-case letters and digits, parted by ':', '.' or '-', such as"
                    + " chat:write."));
  }

  @Test
  void refusesAPlaceholder() {
    compile(
            """
            @Singleton class Foo {
              @ApiKeyProtected("${my.scope}")
              public void bar() {}
            }
            """)
        .reports(
            error(
                "public void bar() {}",
                "Scope \"${my.scope}\" of @ApiKeyProtected on Foo.bar is malformed; use lower-case"
                    + " letters and digits, parted by ':', '.' or '-', such as chat:write."));
  }

  @Test
  void refusesAnExpression() {
    compile(
            """
            @Singleton class Foo {
              @ApiKeyProtected("#{ env['scope'] }")
              public void bar() {}
            }
            """)
        .reports(
            error(
                "public void bar() {}",
                "Scope \"#{ env['scope'] }\" of @ApiKeyProtected on Foo.bar is malformed; use"
                    + " lower-case letters and digits, parted by ':', '.' or '-', such as"
                    + " chat:write."));
  }

  @Test
  void refusesAWildcard() {
    compile(
            """
            @Singleton class Foo {
              @ApiKeyProtected("chat:*")
              public void bar() {}
            }
            """)
        .reports(
            error(
                "public void bar() {}",
                "Scope \"chat:*\" of @ApiKeyProtected on Foo.bar is a wildcard, which stands in"
                    + " grants only; name each scope."));
  }

  @Test
  void refusesABareWildcardOnAType() {
    compile(
            """
            @ApiKeyProtected("*") @Singleton
            class Foo {}
            """)
        .reports(
            error(
                "class Foo {}",
                "Scope \"*\" of @ApiKeyProtected on Foo is a wildcard, which stands in grants only;"
                    + " name each scope."));
  }

  @Test
  void refusesAMalformedScopeOnAnInterface() {
    compile(
            """
            @ApiKeyProtected("chat_write")
            interface Foo {}
            """)
        .reports(
            error(
                "interface Foo {}",
                "Scope \"chat_write\" of @ApiKeyProtected on Foo is malformed; use lower-case"
                    + " letters and digits, parted by ':', '.' or '-', such as chat:write."));
  }

  @Test
  void refusesAMalformedScopeOfAComposedAnnotation() {
    compile(
            """
            @ApiKeyProtected("CHAT") @interface Chat {}
            @Singleton class Foo {
              @Chat
              public void bar() {}
            }
            """)
        .reports(
            error(
                "public void bar() {}",
                "Scope \"CHAT\" of @ApiKeyProtected on Foo.bar is malformed; use lower-case letters"
                    + " and digits, parted by ':', '.' or '-', such as chat:write."));
  }

  @Test
  void refusesAMalformedScopeGivenThroughAnAlias() {
    compile(
            """
            @ApiKeyProtected @interface Chat {
              @AliasFor(annotation = ApiKeyProtected.class, member = "scopes") String[] value();
            }
            @Singleton class Foo {
              @Chat("CHAT")
              public void bar() {}
            }
            """)
        .reports(
            error(
                "public void bar() {}",
                "Scope \"CHAT\" of @ApiKeyProtected on Foo.bar is malformed; use lower-case letters"
                    + " and digits, parted by ':', '.' or '-', such as chat:write."));
  }

  @Test
  void reportsOnlyWhereTheScopeIsDeclared() {
    compile(
            """
            interface Api {
              @ApiKeyProtected("CHAT")
              void bar(String api);
            }
            @Singleton class Foo implements Api {
              public void bar(String foo) {}
            }
            """)
        .reports(
            error(
                "void bar(String api);",
                "Scope \"CHAT\" of @ApiKeyProtected on Api.bar is malformed; use lower-case letters"
                    + " and digits, parted by ':', '.' or '-', such as chat:write."));
  }

  @Test
  void allowsEveryWellFormedName() {
    compile(
            """
            @Singleton class Foo {
              @ApiKeyProtected({"a", "chat:write", "v1.chat-completions:read", "0"})
              public void bar() {}
            }
            """)
        .isClean();
  }
}
