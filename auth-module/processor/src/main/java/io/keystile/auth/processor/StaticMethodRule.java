package io.keystile.auth.processor;

import java.util.stream.Stream;

/** A static method belongs to no bean and can not be advised. */
final class StaticMethodRule implements GuardRule {

  @Override
  public Stream<Finding> check(GuardedType type) {
    return type.methods()
        .filter(method -> method.element().isStatic() && method.declaresGuard())
        .map(method -> Finding.error(method.element(), message(method)));
  }

  private static String message(GuardedMethod method) {
    return method.label()
        + " is static and would not be guarded by @ApiKeyProtected;"
        + " make it an instance method of a bean.";
  }
}
