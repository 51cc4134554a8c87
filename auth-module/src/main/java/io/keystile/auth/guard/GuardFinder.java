package io.keystile.auth.guard;

import io.keystile.auth.annotation.ApiKeyProtected;
import jakarta.annotation.security.PermitAll;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds every guard on a method in its class, its superclasses and its interfaces. Within one class
 * a method's guard replaces the type's; between classes both must hold, so that an implementation
 * cannot loosen what its interface promises. Runs once a method, never on a request.
 */
final class GuardFinder {

  private final Class<?> bean;
  private final Method method;
  private final List<ApiKeyProtected> guards = new ArrayList<>();
  private boolean opened;

  private GuardFinder(Class<?> bean, Method method) {
    this.bean = bean;
    this.method = method;
  }

  static GuardFinder look(Class<?> bean, Method method) {
    GuardFinder finder = new GuardFinder(bean, method);
    hierarchy(bean).forEach(finder::collect);
    return finder;
  }

  List<ApiKeyProtected> guards() {
    return guards;
  }

  /** Whether {@code @PermitAll} stands on the method in the class that declares it. */
  boolean opened() {
    return opened;
  }

  private void collect(Class<?> type) {
    Method declared = declaredIn(type);
    ApiKeyProtected onMethod = declared == null ? null : find(declared);
    if (onMethod != null) {
      guards.add(onMethod);
      return;
    }
    boolean open = declared != null && declared.isAnnotationPresent(PermitAll.class);
    opened |= open && type == method.getDeclaringClass();
    ApiKeyProtected onType = open || !covers(type) ? null : find(type);
    if (onType != null) {
      guards.add(onType);
    }
  }

  /** A type's guard covers its own members; below, it is inherited unless a nearer one is there. */
  private boolean covers(Class<?> type) {
    if (hierarchy(type).stream().anyMatch(part -> declaredIn(part) != null)) {
      return true;
    }
    return hierarchy(bean).stream()
        .filter(part -> part != type && type.isAssignableFrom(part))
        .noneMatch(part -> find(part) != null);
  }

  private @Nullable Method declaredIn(Class<?> type) {
    return Arrays.stream(type.getDeclaredMethods())
        .filter(candidate -> !candidate.isBridge() && overrides(candidate))
        .findFirst()
        .orElse(null);
  }

  private boolean overrides(Method candidate) {
    if (!candidate.getName().equals(method.getName())
        || candidate.getParameterCount() != method.getParameterCount()) {
      return false;
    }
    Class<?>[] ours = method.getParameterTypes();
    Class<?>[] theirs = candidate.getParameterTypes();
    for (int i = 0; i < ours.length; i++) {
      // A generic parameter erases to a wider type in the base; an overload with wider types is
      // taken along: one guard too many refuses, one too few would not.
      if (!theirs[i].isAssignableFrom(ours[i]) && !ours[i].isAssignableFrom(theirs[i])) {
        return false;
      }
    }
    return true;
  }

  private static Set<Class<?>> hierarchy(Class<?> type) {
    Set<Class<?>> types = new LinkedHashSet<>();
    addTo(types, type);
    return types;
  }

  private static void addTo(Set<Class<?>> types, @Nullable Class<?> type) {
    if (type != null && type != Object.class && types.add(type)) {
      addTo(types, type.getSuperclass());
      Arrays.stream(type.getInterfaces()).forEach(parent -> addTo(types, parent));
    }
  }

  private static @Nullable ApiKeyProtected find(AnnotatedElement element) {
    return find(element.getDeclaredAnnotations(), new HashSet<>());
  }

  private static @Nullable ApiKeyProtected find(
      Annotation[] annotations, Set<Class<? extends Annotation>> seen) {
    for (Annotation annotation : annotations) {
      if (annotation instanceof ApiKeyProtected guard) {
        return guard;
      }
      Class<? extends Annotation> type = annotation.annotationType();
      ApiKeyProtected composed = seen.add(type) ? find(type.getDeclaredAnnotations(), seen) : null;
      if (composed != null) {
        return composed;
      }
    }
    return null;
  }
}
