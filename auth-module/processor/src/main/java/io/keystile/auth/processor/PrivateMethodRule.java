package io.keystile.auth.processor;

import java.util.stream.Stream;

/** A private method can not be advised. */
final class PrivateMethodRule implements GuardRule {

  @Override
  public Stream<Finding> check(GuardedType type) {
    return type.methods()
        .filter(method -> method.element().isPrivate() && method.declaresGuard())
        .map(method -> Finding.error(method.element(), message(method)));
  }

  private static String message(GuardedMethod method) {
    return method.label()
        + " is private and would not be guarded by @ApiKeyProtected;"
        + " make it package-private or wider.";
  }
}
