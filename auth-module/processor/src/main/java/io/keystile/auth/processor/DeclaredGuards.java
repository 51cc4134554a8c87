package io.keystile.auth.processor;

import io.micronaut.inject.ast.Element;
import java.util.function.Function;
import java.util.stream.Stream;

/** Walks over the guards which a type and its methods declare. */
final class DeclaredGuards {

  private DeclaredGuards() {}

  /** The messages about each declared guard, as errors on the element which declares it. */
  static Stream<Finding> errors(GuardedType type, Function<Declared, Stream<String>> messages) {
    return of(type)
        .flatMap(
            declared ->
                messages
                    .apply(declared)
                    .map(message -> Finding.error(declared.element(), message)));
  }

  private static Stream<Declared> of(GuardedType type) {
    Stream<Declared> onType =
        type.guard().stream().map(guard -> new Declared(guard, type.element(), type.name()));
    return Stream.concat(onType, type.methods().flatMap(DeclaredGuards::of));
  }

  private static Stream<Declared> of(GuardedMethod method) {
    return method.guard().stream()
        .map(guard -> new Declared(guard, method.element(), method.name()));
  }

  /** A guard and where it stands. */
  record Declared(Guard guard, Element element, String name) {}
}
