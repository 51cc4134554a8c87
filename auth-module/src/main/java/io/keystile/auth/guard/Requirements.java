package io.keystile.auth.guard;

import io.keystile.auth.annotation.ApiKeyProtected;
import io.keystile.auth.annotation.ApiKeyProtected.Match;
import io.keystile.auth.annotation.IdentifiesOnly;
import io.keystile.auth.policy.RequiredScopes;
import io.micronaut.core.annotation.AnnotationMetadata;
import io.micronaut.core.annotation.AnnotationMetadataProvider;
import io.micronaut.core.annotation.AnnotationValue;
import io.micronaut.inject.ExecutableMethod;
import jakarta.inject.Singleton;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Knows what each guarded method requires. Worked out once a method from the framework's metadata
 * (which sees composed annotations and their aliases) and from the classes themselves (which show
 * every guard in the hierarchy); both must hold. Safe for several threads.
 */
@Singleton
public final class Requirements {

  private final IdentityMemo<ExecutableMethod<?, ?>, MethodGuard> known =
      new IdentityMemo<>(method -> new MethodGuard(method, bean -> resolve(bean, method)));

  Requirements() {}

  /** What the method of the bean class requires. */
  public Requirement of(Class<?> bean, ExecutableMethod<?, ?> method) {
    return of(method).on(bean);
  }

  /** What the method requires, whichever bean it is called on. */
  MethodGuard of(ExecutableMethod<?, ?> method) {
    return known.get(method);
  }

  /** Whether the classes show a guard on the method, whatever the framework's metadata knows. */
  public static boolean isGuardWritten(Class<?> bean, ExecutableMethod<?, ?> method) {
    return !GuardFinder.look(bean, method.getTargetMethod()).guards().isEmpty();
  }

  private static Requirement resolve(Class<?> bean, ExecutableMethod<?, ?> method) {
    GuardFinder found = GuardFinder.look(bean, method.getTargetMethod());
    if (found.opened() && found.guards().isEmpty()) {
      return Requirement.OPEN;
    }
    Set<RequiredScopes> scopes = new LinkedHashSet<>();
    int cost = 1;
    if (!found.opened()) {
      AnnotationValue<ApiKeyProtected> own = nearest(method);
      if (own != null) {
        scopes.add(required(own));
        cost = own.intValue("cost").orElse(1);
      }
    }
    for (WrittenGuard guard : found.guards()) {
      scopes.add(guard.scopes());
      cost = Math.max(cost, guard.cost());
    }
    return new Requirement(
        true, List.copyOf(scopes), cost, method.hasAnnotation(IdentifiesOnly.class));
  }

  private static @Nullable AnnotationValue<ApiKeyProtected> nearest(
      AnnotationMetadataProvider method) {
    AnnotationMetadata metadata = method.getAnnotationMetadata();
    AnnotationValue<ApiKeyProtected> declared =
        metadata.getDeclaredMetadata().getAnnotation(ApiKeyProtected.class);
    return declared != null ? declared : metadata.getAnnotation(ApiKeyProtected.class);
  }

  private static RequiredScopes required(AnnotationValue<ApiKeyProtected> guard) {
    Match match = guard.enumValue("match", Match.class).orElse(Match.ALL);
    return new RequiredScopes(List.of(guard.stringValues("scopes")), match == Match.ANY);
  }
}
