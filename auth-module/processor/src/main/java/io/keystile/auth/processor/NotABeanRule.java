package io.keystile.auth.processor;

import java.util.stream.Stream;

/** Only calls through a bean are guarded; bases are left alone, since a bean may extend them. */
final class NotABeanRule implements GuardRule {

  @Override
  public Stream<Finding> check(GuardedType type) {
    if (type.isAbstract() || type.isClosed() || type.isBean()) {
      return Stream.empty();
    }
    return type.declaresGuard() ? onType(type) : onMethods(type);
  }

  private static Stream<Finding> onType(GuardedType type) {
    return Stream.of(Finding.warning(type.element(), message(type.label(), type)));
  }

  private static Stream<Finding> onMethods(GuardedType type) {
    return type.methods()
        .filter(method -> method.declaresGuard() && method.isOverridable())
        .map(method -> Finding.warning(method.element(), message(method.label(), type)));
  }

  private static String message(String label, GuardedType type) {
    return label
        + " carries @ApiKeyProtected, but "
        + type.name()
        + " is not declared as a bean and an instance made by hand is not guarded;"
        + " give it a scope such as @Singleton.";
  }
}
