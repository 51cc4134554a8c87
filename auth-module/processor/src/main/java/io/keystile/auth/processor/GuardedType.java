package io.keystile.auth.processor;

import io.micronaut.inject.ast.ClassElement;
import io.micronaut.inject.ast.ElementQuery;
import io.micronaut.inject.ast.MethodElement;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The facts about one type which the rules ask for. */
record GuardedType(ClassElement element) {

  /** Whether there is a guard to look at; most types are dismissed by a look at themselves. */
  boolean isConcerned() {
    return carriesGuard()
        || methods().anyMatch(GuardedMethod::carriesGuard)
        || (isBean() && supertypes().anyMatch(GuardedType::declaresAnyGuard));
  }

  /** The guard written on this type itself. */
  Optional<Guard> guard() {
    return Guard.declaredOn(element);
  }

  boolean declaresGuard() {
    return element.hasDeclaredStereotype(Guard.ANNOTATION);
  }

  /** Whether a guard is written on this type or on one of its methods. */
  boolean declaresAnyGuard() {
    return declaresGuard() || methods().anyMatch(GuardedMethod::declaresGuard);
  }

  /** Whether this type, or one above it, carries a guard. */
  boolean carriesGuard() {
    return element.hasStereotype(Guard.ANNOTATION);
  }

  /** The methods declared here. */
  Stream<GuardedMethod> methods() {
    return query(ElementQuery.ALL_METHODS.onlyDeclared());
  }

  /** The methods declared here or inherited, without those overridden. */
  Stream<GuardedMethod> allMethods() {
    return query(ElementQuery.ALL_METHODS).filter(method -> !isOfJdk(declaringType(method)));
  }

  boolean declares(GuardedMethod method) {
    return element.equals(declaringType(method));
  }

  /** The superclasses and interfaces, each once, without those of the JDK. */
  Stream<GuardedType> supertypes() {
    return parents().flatMap(type -> Stream.concat(Stream.of(type), type.supertypes())).distinct();
  }

  boolean isBean() {
    return BeanTypes.isBean(element);
  }

  boolean isAbstract() {
    return element.isAbstract() || element.isInterface();
  }

  /** Whether it can not be subclassed, and so not be advised. */
  boolean isClosed() {
    return element.isFinal() || element.isRecord() || element.isEnum();
  }

  String name() {
    return simpleName(element);
  }

  /** How messages begin. */
  String label() {
    return kind() + " " + name();
  }

  static String simpleName(ClassElement type) {
    return type.getSimpleName().replace('$', '.');
  }

  private String kind() {
    if (element.isRecord()) {
      return "Record";
    }
    if (element.isEnum()) {
      return "Enum";
    }
    return element.isInterface() ? "Interface" : "Class";
  }

  private Stream<GuardedType> parents() {
    Stream<ClassElement> interfaces = element.getInterfaces().stream();
    return Stream.concat(element.getSuperType().stream(), interfaces)
        .filter(type -> !isOfJdk(type))
        .map(GuardedType::new);
  }

  private Stream<GuardedMethod> query(ElementQuery<MethodElement> query) {
    List<MethodElement> found = element.getEnclosedElements(query);
    return found.stream().map(GuardedMethod::new);
  }

  private static ClassElement declaringType(GuardedMethod method) {
    return method.element().getDeclaringType();
  }

  private static boolean isOfJdk(ClassElement type) {
    return type.getName().startsWith("java.");
  }
}
