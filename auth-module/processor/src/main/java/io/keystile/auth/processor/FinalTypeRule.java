package io.keystile.auth.processor;

import java.util.stream.Stream;

/** A final class, a record or an enum can not be advised, neither whole nor in its methods. */
final class FinalTypeRule implements GuardRule {

  @Override
  public Stream<Finding> check(GuardedType type) {
    if (!type.isClosed() || !isGuarded(type)) {
      return Stream.empty();
    }
    return Stream.of(Finding.error(type.element(), message(type)));
  }

  private static boolean isGuarded(GuardedType type) {
    return type.declaresAnyGuard() || (type.isBean() && isGuardedAbove(type));
  }

  private static boolean isGuardedAbove(GuardedType type) {
    return type.carriesGuard() || type.allMethods().anyMatch(GuardedMethod::carriesGuard);
  }

  private static String message(GuardedType type) {
    String remedy =
        type.element().isRecord() || type.element().isEnum()
            ? "move what needs a guard to a class which is not final."
            : "remove final.";
    return type.label() + " is final and would not be guarded by @ApiKeyProtected; " + remedy;
  }
}
