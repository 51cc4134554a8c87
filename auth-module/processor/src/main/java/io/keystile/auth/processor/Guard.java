package io.keystile.auth.processor;

import static java.util.stream.Collectors.joining;

import io.micronaut.core.annotation.AnnotationMetadata;
import io.micronaut.core.annotation.AnnotationValue;
import io.micronaut.core.expressions.EvaluatedExpressionReference;
import java.lang.annotation.Annotation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** What one annotation demands; two guards are equal when they demand the same. */
record Guard(SortedSet<String> scopes, String match, int cost) {

  /** The annotation is known by name only, so that the library is not needed here. */
  static final String ANNOTATION = "io.keystile.auth.annotation.ApiKeyProtected";

  private static final String ALL = "ALL";

  /** The guard this very element declares, directly or through a composed annotation. */
  static Optional<Guard> declaredOn(AnnotationMetadata metadata) {
    return metadata.<Annotation>findDeclaredAnnotation(ANNOTATION).map(Guard::read);
  }

  private static Guard read(AnnotationValue<?> value) {
    return new Guard(
        new TreeSet<>(List.of(scopes(value))),
        value.stringValue("match").orElse(ALL),
        value.intValue("cost").orElse(1));
  }

  private static String[] scopes(AnnotationValue<?> value) {
    return value.stringValues("scopes", Guard::written);
  }

  // An expression counts as it was written, so that the rule about scopes refuses it.
  private static Object written(Object member) {
    return member instanceof EvaluatedExpressionReference expression
        ? expression.annotationValue()
        : member;
  }

  boolean isAny() {
    return !match.equals(ALL) && !scopes.isEmpty();
  }

  /** The guard as a developer would write it. */
  @Override
  public String toString() {
    List<String> members = new ArrayList<>();
    if (!scopes.isEmpty()) {
      members.add("scopes = " + scopes.stream().collect(joining("\", \"", "{\"", "\"}")));
    }
    if (!match.equals(ALL)) {
      members.add("match = " + match);
    }
    if (cost != 1) {
      members.add("cost = " + cost);
    }
    String simple = "@ApiKeyProtected";
    return members.isEmpty() ? simple : simple + "(" + String.join(", ", members) + ")";
  }
}
