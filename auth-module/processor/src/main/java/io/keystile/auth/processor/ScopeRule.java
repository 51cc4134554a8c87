package io.keystile.auth.processor;

import io.keystile.auth.processor.DeclaredGuards.Declared;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A scope which nobody can be granted by name is a mistake; wildcards stand in grants only. */
final class ScopeRule implements GuardRule {

  private static final Pattern NAME = Pattern.compile("[a-z0-9]+([:.-][a-z0-9]+)*");

  @Override
  public Stream<Finding> check(GuardedType type) {
    return DeclaredGuards.errors(type, ScopeRule::messages);
  }

  private static Stream<String> messages(Declared declared) {
    return declared.guard().scopes().stream()
        .filter(scope -> !NAME.matcher(scope).matches())
        .map(scope -> message(scope, declared.name()));
  }

  private static String message(String scope, String name) {
    if (scope.isBlank()) {
      return "A scope of @ApiKeyProtected on "
          + name
          + " is empty; name the scope, or leave it out to accept any valid key.";
    }
    if (scope.indexOf('*') >= 0) {
      return "Scope \""
          + scope
          + "\" of @ApiKeyProtected on "
          + name
          + " is a wildcard, which stands in grants only; name each scope.";
    }
    return "Scope \""
        + scope
        + "\" of @ApiKeyProtected on "
        + name
        + " is malformed; use lower-case letters and digits, parted by ':', '.' or '-', such as"
        + " chat:write.";
  }
}
