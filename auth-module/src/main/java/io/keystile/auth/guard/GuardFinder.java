package io.keystile.auth.guard;

import jakarta.annotation.security.PermitAll;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
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
  private final List<WrittenGuard> guards = new ArrayList<>();
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

  List<WrittenGuard> guards() {
    return guards;
  }

  /** Whether {@code @PermitAll} stands on the method in the class that declares it. */
  boolean opened() {
    return opened;
  }

  private void collect(Class<?> type) {
    Method declared = declaredIn(type);
    List<WrittenGuard> onMethod = declared == null ? List.of() : GuardReader.read(declared);
    if (!onMethod.isEmpty()) {
      guards.addAll(onMethod);
      return;
    }
    boolean open = declared != null && declared.isAnnotationPresent(PermitAll.class);
    opened |= open && type == method.getDeclaringClass();
    if (!open && covers(type)) {
      guards.addAll(GuardReader.read(type));
    }
  }

  /** A type's guard covers its own members; below, it is inherited unless a nearer one is there. */
  private boolean covers(Class<?> type) {
    if (hierarchy(type).stream().anyMatch(part -> declaredIn(part) != null)) {
      return true;
    }
    return hierarchy(bean).stream()
        .filter(part -> part != type && type.isAssignableFrom(part))
        .allMatch(part -> GuardReader.read(part).isEmpty());
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
}
