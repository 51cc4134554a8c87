package io.keystile.auth.processor;

import java.util.stream.Stream;

/** An error handler answers for a request which may have been refused, so it has no guard. */
final class ErrorHandlerRule implements GuardRule {

  private static final String ERROR = "io.micronaut.http.annotation.Error";

  @Override
  public Stream<Finding> check(GuardedType type) {
    return type.methods()
        .filter(method -> method.declaresGuard() && method.metadata().hasStereotype(ERROR))
        .map(method -> Finding.warning(method.element(), message(method)));
  }

  private static String message(GuardedMethod method) {
    return method.label()
        + " is an @Error handler, which @ApiKeyProtected never guards; take the annotation off.";
  }
}
