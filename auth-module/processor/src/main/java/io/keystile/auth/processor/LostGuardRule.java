package io.keystile.auth.processor;

import io.micronaut.core.annotation.AnnotationMetadata;
import io.micronaut.inject.ast.Element;
import java.util.stream.Stream;

/**
 * A composed annotation which is not {@code @Inherited} stops at the type or method it stands on,
 * and the bean below would be open.
 */
final class LostGuardRule implements GuardRule {

  @Override
  public Stream<Finding> check(GuardedType type) {
    if (!type.isBean()) {
      return Stream.empty();
    }
    return Stream.concat(
        lostByType(type), type.methods().flatMap(method -> lostByMethod(type, method)));
  }

  private static Stream<Finding> lostByType(GuardedType type) {
    if (type.declaresGuard()) {
      return Stream.empty();
    }
    return type.supertypes()
        .flatMap(
            above ->
                lost(above.element(), type.element())
                    .map(name -> error(type.element(), type.label(), above.name(), name)))
        .limit(1);
  }

  private static Stream<Finding> lostByMethod(GuardedType type, GuardedMethod method) {
    if (method.declaresGuard() || (type.declaresGuard() && method.isReachedByType())) {
      return Stream.empty();
    }
    return type.supertypes()
        .flatMap(GuardedType::methods)
        .filter(above -> above.declaresGuard() && method.overrides(above))
        .flatMap(
            above ->
                lost(above.metadata(), method.metadata())
                    .map(name -> error(method.element(), method.label(), above.name(), name)))
        .limit(1);
  }

  /** The annotations which guard above and are not found below. */
  private static Stream<String> lost(AnnotationMetadata above, AnnotationMetadata below) {
    return above.getAnnotationNamesByStereotype(Guard.ANNOTATION).stream()
        .filter(above::hasDeclaredAnnotation)
        .filter(name -> !below.hasAnnotation(name))
        .map(name -> "@" + name.substring(name.lastIndexOf('.') + 1));
  }

  private static Finding error(Element element, String label, String above, String name) {
    return Finding.error(
        element,
        label
            + " would not be guarded by the @ApiKeyProtected which "
            + above
            + " carries through "
            + name
            + "; add @Inherited to "
            + name
            + ".");
  }
}
