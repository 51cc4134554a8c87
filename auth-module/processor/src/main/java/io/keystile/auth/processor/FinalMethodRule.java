package io.keystile.auth.processor;

import java.util.stream.Stream;

/**
 * A final method can not be advised, whether the guard is its own, comes from a method which it
 * overrides, or from a type.
 */
final class FinalMethodRule implements GuardRule {

  @Override
  public Stream<Finding> check(GuardedType type) {
    if (type.isClosed()) {
      return Stream.empty();
    }
    return type.methods()
        .filter(method -> method.element().isFinal() && method.isOverridable())
        .filter(method -> method.declaresGuard() || isGuardedAbove(type, method))
        .map(method -> Finding.error(method.element(), message(method)));
  }

  // A plain class which no bean is made of, such as a fake in a test, may close what it inherits.
  private static boolean isGuardedAbove(GuardedType type, GuardedMethod method) {
    boolean guarded = method.carriesGuard() || (type.carriesGuard() && method.isReachedByType());
    return guarded && (type.declaresGuard() || type.isAbstract() || type.isBean());
  }

  private static String message(GuardedMethod method) {
    return method.label() + " is final and would not be guarded by @ApiKeyProtected; remove final.";
  }
}
