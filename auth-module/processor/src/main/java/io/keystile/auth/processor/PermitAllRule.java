package io.keystile.auth.processor;

import java.util.stream.Stream;

/** One method can not be guarded and open. */
final class PermitAllRule implements GuardRule {

  @Override
  public Stream<Finding> check(GuardedType type) {
    return type.methods()
        .filter(method -> method.declaresGuard() && method.isPermittedToAll())
        .map(method -> Finding.error(method.element(), message(method)));
  }

  private static String message(GuardedMethod method) {
    return method.label()
        + " carries both @PermitAll and @ApiKeyProtected, which contradict each other;"
        + " keep one.";
  }
}
