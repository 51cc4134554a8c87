package io.keystile.auth.processor;

import java.util.stream.Stream;

/** A guard on a bean's type does not reach final methods which an unguarded base brings along. */
final class InheritedFinalMethodRule implements GuardRule {

  @Override
  public Stream<Finding> check(GuardedType type) {
    if (!type.carriesGuard() || !type.isBean()) {
      return Stream.empty();
    }
    return type.allMethods()
        .filter(method -> !type.declares(method) && method.element().isFinal())
        .filter(GuardedMethod::isReachedByType)
        .map(method -> Finding.warning(type.element(), message(type, method)));
  }

  private static String message(GuardedType type, GuardedMethod method) {
    return method.label()
        + " is final and not guarded by the @ApiKeyProtected of "
        + type.name()
        + "; remove final, or annotate the methods instead of the type.";
  }
}
