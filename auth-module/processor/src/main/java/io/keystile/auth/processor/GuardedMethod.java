package io.keystile.auth.processor;

import io.micronaut.core.annotation.AnnotationMetadata;
import io.micronaut.inject.ast.MethodElement;
import java.util.Optional;

/** A method, seen as something which may carry a guard of its own. */
record GuardedMethod(MethodElement element) {

  private static final String ROUTE = "io.micronaut.http.annotation.HttpMethodMapping";
  private static final String PERMIT_ALL = "jakarta.annotation.security.PermitAll";

  /** The guard written on this method itself. */
  Optional<Guard> guard() {
    return Guard.declaredOn(metadata());
  }

  boolean declaresGuard() {
    return metadata().hasDeclaredStereotype(Guard.ANNOTATION);
  }

  /** Whether this method, or one which it overrides, carries a guard. */
  boolean carriesGuard() {
    return metadata().hasStereotype(Guard.ANNOTATION);
  }

  /** Whether requests are answered by it. */
  boolean isRoute() {
    return metadata().hasStereotype(ROUTE);
  }

  boolean isPermittedToAll() {
    return metadata().hasDeclaredStereotype(PERMIT_ALL);
  }

  /** Whether a guard on the type reaches this method. */
  boolean isReachedByType() {
    return isReachable() && !isPermittedToAll();
  }

  /** Whether a type's guard, above {@code @PermitAll}, covers a method of this visibility. */
  boolean isReachable() {
    return isOverridable() && !element.isProtected();
  }

  boolean isOverridable() {
    return !element.isPrivate() && !element.isStatic();
  }

  boolean overrides(GuardedMethod other) {
    return element.equals(other.element)
        || (element.getName().equals(other.element.getName()) && element.overrides(other.element));
  }

  String name() {
    return GuardedType.simpleName(element.getDeclaringType()) + "." + element.getName();
  }

  /** How messages begin. */
  String label() {
    return "Method " + name();
  }

  AnnotationMetadata metadata() {
    return element.getMethodAnnotationMetadata();
  }
}
