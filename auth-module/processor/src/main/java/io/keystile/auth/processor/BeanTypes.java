package io.keystile.auth.processor;

import io.micronaut.core.annotation.AnnotationMetadata;
import io.micronaut.core.annotation.AnnotationUtil;
import io.micronaut.inject.ast.ClassElement;
import io.micronaut.inject.ast.ElementQuery;
import java.util.Optional;

/** Tells which types Micronaut makes beans of, advice left aside. */
final class BeanTypes {

  private static final String BEAN = "io.micronaut.context.annotation.Bean";
  private static final String DEFAULT_SCOPE = "io.micronaut.context.annotation.DefaultScope";
  private static final String EXECUTABLE = "io.micronaut.context.annotation.Executable";

  private BeanTypes() {}

  static boolean isBean(ClassElement type) {
    return !type.isInterface() && !type.isAbstract() && (isNamedBean(type) || hasInjection(type));
  }

  private static boolean isNamedBean(AnnotationMetadata type) {
    return type.hasDeclaredStereotype(BEAN)
        || type.hasStereotype(AnnotationUtil.SCOPE)
        || type.hasStereotype(DEFAULT_SCOPE)
        || type.hasStereotype(EXECUTABLE)
        || type.hasStereotype(AnnotationUtil.QUALIFIER);
  }

  private static boolean hasInjection(ClassElement type) {
    Optional<? extends AnnotationMetadata> constructor = type.getPrimaryConstructor();
    return constructor.filter(BeanTypes::isInjected).isPresent()
        || hasInjected(type, ElementQuery.ALL_FIELDS)
        || hasInjected(type, ElementQuery.ALL_METHODS);
  }

  private static boolean hasInjected(ClassElement type, ElementQuery<?> members) {
    return type.getEnclosedElement(members.onlyDeclared().annotated(BeanTypes::isInjected))
        .isPresent();
  }

  private static boolean isInjected(AnnotationMetadata element) {
    return element.hasDeclaredStereotype(AnnotationUtil.INJECT);
  }
}
