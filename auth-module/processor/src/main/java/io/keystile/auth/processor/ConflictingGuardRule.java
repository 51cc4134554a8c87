package io.keystile.auth.processor;

import io.micronaut.inject.ast.Element;
import java.util.Optional;
import java.util.stream.Stream;

/** A method has one guard, however often it is declared along an inheritance. */
final class ConflictingGuardRule implements GuardRule {

  @Override
  public Stream<Finding> check(GuardedType type) {
    Stream<Finding> own = type.methods().flatMap(method -> conflict(type, method).stream());
    return Stream.concat(own, inheritedConflict(type).stream());
  }

  // One message is enough when the type's guard meets many inherited methods.
  private static Optional<Finding> inheritedConflict(GuardedType type) {
    return type.guard()
        .flatMap(
            guard ->
                type.allMethods()
                    .filter(method -> !type.declares(method))
                    .flatMap(method -> conflict(type, method).stream())
                    .findFirst());
  }

  private static Optional<Finding> conflict(GuardedType type, GuardedMethod method) {
    return EffectiveGuard.of(type, method)
        .filter(guard -> method.isOverridable())
        .flatMap(guard -> conflict(type, method, guard));
  }

  private static Optional<Finding> conflict(GuardedType type, GuardedMethod method, Guard guard) {
    Element element = type.declares(method) ? method.element() : type.element();
    String name = type.name() + "." + method.element().getName();
    return type.supertypes()
        .flatMap(
            above ->
                EffectiveGuard.of(above, method)
                    .filter(other -> !other.equals(guard))
                    .map(other -> message(name, guard, above.name(), other))
                    .stream())
        .findFirst()
        .map(message -> Finding.error(element, message));
  }

  private static String message(String name, Guard guard, String above, Guard other) {
    return "Method "
        + name
        + " is guarded by "
        + guard
        + " but in "
        + above
        + " by "
        + other
        + "; declare the guard once, or the same in both.";
  }
}
