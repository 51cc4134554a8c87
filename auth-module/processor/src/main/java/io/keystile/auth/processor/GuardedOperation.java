package io.keystile.auth.processor;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** A route with every guard on it, from its own class and from those above. */
record GuardedOperation(GuardedMethod method, Set<Guard> guards) {

  static GuardedOperation of(GuardedType type, GuardedMethod method) {
    Set<Guard> guards = new LinkedHashSet<>();
    Stream.concat(Stream.of(type), type.supertypes())
        .flatMap(part -> EffectiveGuard.of(part, method).stream())
        .forEach(guards::add);
    inherited(type, method).ifPresent(guards::add);
    return new GuardedOperation(method, guards);
  }

  /** The guard of a type above covers what a type without one adds. */
  private static Optional<Guard> inherited(GuardedType type, GuardedMethod method) {
    return type.declaresGuard() || method.declaresGuard() || !method.isReachable()
        ? Optional.empty()
        : type.supertypes().flatMap(above -> above.guard().stream()).findFirst();
  }

  boolean isGuarded() {
    return !guards.isEmpty();
  }

  boolean asksForScopes() {
    return guards.stream().anyMatch(guard -> !guard.scopes().isEmpty());
  }

  /** The sets of scopes of which one will do. */
  List<List<String>> alternatives() {
    List<List<String>> alternatives = List.of(List.of());
    for (Guard guard : guards) {
      alternatives = alternatives.stream().flatMap(before -> with(before, guard)).toList();
    }
    return alternatives;
  }

  private static Stream<List<String>> with(List<String> before, Guard guard) {
    return guard.isAny()
        ? guard.scopes().stream().map(scope -> plus(before, List.of(scope)))
        : Stream.of(plus(before, guard.scopes()));
  }

  private static List<String> plus(List<String> before, Iterable<String> more) {
    Set<String> scopes = new LinkedHashSet<>(before);
    more.forEach(scopes::add);
    return new ArrayList<>(scopes);
  }
}
