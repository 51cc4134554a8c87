package io.keystile.auth.guard;

import io.keystile.auth.Reason;
import io.keystile.auth.Verdict;
import io.keystile.auth.annotation.ApiKeyProtected;
import io.keystile.auth.policy.ScopeCheck;
import io.micronaut.aop.InterceptPhase;
import io.micronaut.aop.InterceptedMethod;
import io.micronaut.aop.InterceptorBean;
import io.micronaut.aop.MethodInterceptor;
import io.micronaut.aop.MethodInvocationContext;
import io.micronaut.core.convert.ConversionService;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/**
 * The second lock: it stands on every guarded bean method, on services as well as on controllers,
 * and holds even where no filter ran.
 */
@Singleton
@InterceptorBean(ApiKeyProtected.class)
final class ApiKeyProtectedInterceptor implements MethodInterceptor<Object, Object> {

  private final Requirements requirements;
  private final Callers callers;
  private final ConversionService conversion;

  ApiKeyProtectedInterceptor(
      Requirements requirements, Callers callers, ConversionService conversion) {
    this.requirements = requirements;
    this.callers = callers;
    this.conversion = conversion;
  }

  @Override
  public int getOrder() {
    return InterceptPhase.VALIDATE.getPosition() - 1;
  }

  @Override
  public @Nullable Object intercept(MethodInvocationContext<Object, Object> context) {
    Verdict.Rejected refusal = decide(context);
    return refusal == null ? context.proceed() : refuse(context, refusal);
  }

  private Verdict.@Nullable Rejected decide(MethodInvocationContext<Object, Object> context) {
    MethodGuard guard = requirements.of(context.getExecutableMethod());
    if (guard.isExempt()) {
      return null;
    }
    Requirement requirement = guard.on(context.getTarget().getClass());
    if (!requirement.guarded()) {
      return null;
    }
    Caller caller = callers.findCaller();
    if (caller == null) {
      return Verdict.Rejected.of(Reason.MISSING_AUTHORIZATION);
    }
    return requirement.scopes().isEmpty()
        ? null
        : ScopeCheck.check(caller.scopes(), caller.key(), requirement.scopes());
  }

  private @Nullable Object refuse(
      MethodInvocationContext<Object, Object> context, Verdict.Rejected refusal) {
    ApiKeyRequiredException fault =
        new ApiKeyRequiredException(
            context.getDeclaringType().getSimpleName() + "." + context.getMethodName(), refusal);
    return InterceptedMethod.of(context, conversion).handleException(fault);
  }
}
