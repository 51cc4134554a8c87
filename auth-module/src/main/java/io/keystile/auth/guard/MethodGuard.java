package io.keystile.auth.guard;

import io.micronaut.core.annotation.AnnotationMetadata;
import io.micronaut.inject.ExecutableMethod;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What one method requires on each class of bean it is called on, which is nearly always the same:
 * that one is kept where a call finds it at once. Safe for several threads.
 */
final class MethodGuard {

  private static final String CLIENT = "io.micronaut.http.client.annotation.Client";
  private static final String ERROR_HANDLER = "io.micronaut.http.annotation.Error";

  private final boolean exempt;
  private final IdentityMemo<Class<?>, Requirement> all;
  private @Nullable OnBean usual;

  /**
   * @param requirement works out what the method requires on a class of bean
   */
  MethodGuard(ExecutableMethod<?, ?> method, Function<Class<?>, Requirement> requirement) {
    this.exempt = isExempt(method);
    this.all = new IdentityMemo<>(requirement);
  }

  /** Whether calls of it need no caller, whatever a route to it requires. */
  boolean isExempt() {
    return exempt;
  }

  /** What it requires on this class of bean. */
  Requirement on(Class<?> bean) {
    OnBean now = usual;
    return now != null && now.bean == bean ? now.requirement : resolve(bean);
  }

  private Requirement resolve(Class<?> bean) {
    Requirement requirement = all.get(bean);
    if (usual == null) {
      usual = new OnBean(bean, requirement);
    }
    return requirement;
  }

  // A declarative client makes calls, it does not answer them; an error handler must be able to.
  private static boolean isExempt(ExecutableMethod<?, ?> method) {
    AnnotationMetadata metadata = method.getAnnotationMetadata();
    return metadata.hasStereotype(CLIENT) || metadata.hasAnnotation(ERROR_HANDLER);
  }

  private record OnBean(Class<?> bean, Requirement requirement) {}
}
