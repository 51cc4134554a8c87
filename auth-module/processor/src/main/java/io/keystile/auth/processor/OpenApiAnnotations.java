package io.keystile.auth.processor;

import io.micronaut.core.annotation.AnnotationValue;
import io.micronaut.core.annotation.AnnotationValueBuilder;
import io.micronaut.inject.ast.ClassElement;
import io.micronaut.inject.ast.MethodElement;
import java.lang.annotation.Annotation;
import java.lang.annotation.RetentionPolicy;
import java.util.List;
import java.util.stream.Stream;

/**
 * Writes what the guards mean in the annotations of OpenAPI, known by name only. What a developer
 * wrote stays as it is.
 */
final class OpenApiAnnotations {

  private static final String OAS = "io.swagger.v3.oas.annotations.";
  private static final String OPERATION = OAS + "Operation";
  private static final String REQUIREMENT = OAS + "security.SecurityRequirement";
  private static final String SCHEME = OAS + "security.SecurityScheme";
  private static final String RESPONSE = OAS + "responses.ApiResponse";

  /**
   * Carries the annotations. Standing on the element itself, a response would keep the processor
   * from describing the successful one, and a repeated annotation would take the place of others.
   */
  private static final String CARRIER = "io.keystile.auth.processor.Described";

  private static final String BEARER = "keystile";
  private static final String HEADER = "keystile-header";

  private OpenApiAnnotations() {}

  static void describeSchemes(ClassElement controller) {
    AnnotationValue<?> bearer =
        value(SCHEME)
            .member("name", BEARER)
            .member("type", "HTTP")
            .member("scheme", "bearer")
            .member("description", "An API key as Authorization: Bearer <key>")
            .build();
    AnnotationValue<?> header =
        value(SCHEME)
            .member("name", HEADER)
            .member("type", "APIKEY")
            .member("in", "HEADER")
            .member("paramName", "X-API-Key")
            .member("description", "An API key in a header of its own")
            .build();
    controller.annotate(
        value(CARRIER).stereotype(several(SCHEME + "s", List.of(bearer, header))).build());
  }

  static void describe(GuardedOperation operation) {
    MethodElement route = operation.method().element();
    AnnotationValueBuilder<?> carrier = value(CARRIER);
    if (!hasSecurity(route)) {
      carrier.stereotype(several(REQUIREMENT + "s", requirements(operation)));
    }
    carrier.stereotype(several(RESPONSE + "s", responses(operation)));
    route.annotate(carrier.build());
  }

  private static List<AnnotationValue<?>> requirements(GuardedOperation operation) {
    return Stream.of(BEARER, HEADER)
        .flatMap(
            scheme ->
                operation.alternatives().stream()
                    .<AnnotationValue<?>>map(scopes -> requirement(scheme, scopes)))
        .toList();
  }

  private static AnnotationValue<?> requirement(String scheme, List<String> scopes) {
    return value(REQUIREMENT)
        .member("name", scheme)
        .member("scopes", scopes.toArray(String[]::new))
        .build();
  }

  private static List<AnnotationValue<?>> responses(GuardedOperation operation) {
    return List.of(
        response("401", "No API key, or one that is not valid"),
        response(
            "403",
            operation.asksForScopes()
                ? "The API key lacks a scope, or may not be used from here or now"
                : "The API key may not be used from here or now"),
        response("429", "Too many requests; Retry-After tells when to come back"));
  }

  private static AnnotationValue<?> response(String code, String description) {
    return value(RESPONSE).member("responseCode", code).member("description", description).build();
  }

  private static boolean hasSecurity(MethodElement route) {
    return route.hasAnnotation(REQUIREMENT)
        || route.hasAnnotation(REQUIREMENT + "s")
        || route
            .findAnnotation(OPERATION)
            .filter(operation -> !operation.getAnnotations("security").isEmpty())
            .isPresent();
  }

  private static AnnotationValueBuilder<Annotation> value(String name) {
    return AnnotationValue.builder(name, RetentionPolicy.SOURCE);
  }

  private static AnnotationValue<?> several(String container, List<AnnotationValue<?>> values) {
    return value(container).values(values.toArray(AnnotationValue<?>[]::new)).build();
  }
}
