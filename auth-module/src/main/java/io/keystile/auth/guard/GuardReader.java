package io.keystile.auth.guard;

import io.keystile.auth.annotation.ApiKeyProtected;
import io.micronaut.context.annotation.AliasFor;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Reads the guards written on one class or method, directly or through annotations composed of
 * {@code @ApiKeyProtected}, whose {@code @AliasFor} members may name the scopes. Where several
 * stand on one element, all of them are found.
 */
final class GuardReader {

  // Asked of every annotation of every route at a start, and nearly always false.
  private static final ClassValue<Boolean> GUARDS =
      new ClassValue<>() {
        @Override
        protected Boolean computeValue(Class<?> type) {
          return leadsToGuard(type, new HashSet<>());
        }
      };

  private final List<WrittenGuard> found = new ArrayList<>();
  private final Set<Class<? extends Annotation>> path = new HashSet<>();

  private GuardReader() {}

  static List<WrittenGuard> read(AnnotatedElement element) {
    GuardReader reader = new GuardReader();
    reader.read(element.getDeclaredAnnotations(), Map.of());
    return reader.found;
  }

  private void read(Annotation[] annotations, Map<String, Map<String, Object>> aliased) {
    for (Annotation annotation : annotations) {
      Class<? extends Annotation> type = annotation.annotationType();
      if (annotation instanceof ApiKeyProtected guard) {
        found.add(WrittenGuard.of(guard, aliased.getOrDefault(type.getName(), Map.of())));
      } else if (GUARDS.get(type) && path.add(type)) {
        read(type.getDeclaredAnnotations(), withAliasesOf(annotation, aliased));
        path.remove(type);
      }
    }
  }

  private static boolean leadsToGuard(Class<?> type, Set<Class<?>> seen) {
    for (Annotation annotation : type.getDeclaredAnnotations()) {
      Class<? extends Annotation> above = annotation.annotationType();
      if (above == ApiKeyProtected.class || (seen.add(above) && leadsToGuard(above, seen))) {
        return true;
      }
    }
    return false;
  }

  /** What is known of the annotations further in, by annotation and member. */
  private static Map<String, Map<String, Object>> withAliasesOf(
      Annotation annotation, Map<String, Map<String, Object>> outer) {
    Map<String, Map<String, Object>> aliased = new HashMap<>();
    outer.forEach((name, values) -> aliased.put(name, new HashMap<>(values)));
    String self = annotation.annotationType().getName();
    // Twice, because a member may be an alias of another that is one itself.
    for (int pass = 0; pass < 2; pass++) {
      for (Method member : annotation.annotationType().getDeclaredMethods()) {
        Object value = aliased.getOrDefault(self, Map.of()).get(member.getName());
        value = value == null ? valueOf(annotation, member) : value;
        for (AliasFor alias : member.getAnnotationsByType(AliasFor.class)) {
          if (!Objects.deepEquals(value, member.getDefaultValue())) {
            String name = alias.member().isEmpty() ? member.getName() : alias.member();
            aliased.computeIfAbsent(target(alias, self), any -> new HashMap<>()).put(name, value);
          }
        }
      }
    }
    return aliased;
  }

  private static String target(AliasFor alias, String self) {
    if (!alias.annotationName().isEmpty()) {
      return alias.annotationName();
    }
    return alias.annotation() == Annotation.class ? self : alias.annotation().getName();
  }

  private static Object valueOf(Annotation annotation, Method member) {
    try {
      member.trySetAccessible();
      return member.invoke(annotation);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(
          "The guard behind " + annotation.annotationType().getName() + " cannot be read", e);
    }
  }
}
