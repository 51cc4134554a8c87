package io.keystile.auth.guard;

import io.micronaut.core.annotation.AnnotationMetadata;
import io.micronaut.inject.ExecutableMethod;
import org.jspecify.annotations.Nullable;

/**
 * What one advised method requires on each class of bean it is called on, which is nearly always
 * the same: that one is kept where a call finds it at once. Safe for several threads.
 */
final class MethodGuard {

  private static final String CLIENT = "io.micronaut.http.client.annotation.Client";
  private static final String ERROR_HANDLER = "io.micronaut.http.annotation.Error";

  private final IdentityMemo<Class<?>, Requirement> all;
  private @Nullable OnBean usual;

  MethodGuard(ExecutableMethod<?, ?> method, Requirements requirements) {
    boolean exempt = isExempt(method);
    this.all =
        new IdentityMemo<>(bean -> exempt ? Requirement.OPEN : requirements.of(bean, method));
  }

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
