package io.keystile.auth.processor;

import java.util.Optional;

/** Which guard one type, taken alone, puts on a method: the method's own, else the type's. */
final class EffectiveGuard {

  private EffectiveGuard() {}

  /** The guard which this type puts on the method, also when it merely inherits the method. */
  static Optional<Guard> of(GuardedType type, GuardedMethod method) {
    Optional<GuardedMethod> declared = type.methods().filter(method::overrides).findFirst();
    if (declared.isPresent()) {
      return ofDeclared(type, declared.get());
    }
    // Its @PermitAll, if any, opens the class which declares it, not this one.
    return type.guard()
        .filter(guard -> method.isReachable())
        .filter(guard -> type.allMethods().anyMatch(method::overrides));
  }

  private static Optional<Guard> ofDeclared(GuardedType type, GuardedMethod declared) {
    return declared.guard().or(() -> type.guard().filter(guard -> declared.isReachedByType()));
  }
}
