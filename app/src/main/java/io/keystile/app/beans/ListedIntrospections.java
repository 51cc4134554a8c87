package io.keystile.app.beans;

import io.micronaut.core.beans.BeanIntrospectionReference;
import io.micronaut.core.io.service.SoftServiceLoader.StaticDefinition;
import io.micronaut.core.io.service.SoftServiceLoader.StaticServiceLoader;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is known of the properties of types, loaded when somebody asks for a type: few are asked
 * for.
 *
 * @param references one for each type
 */
record ListedIntrospections(List<BeanIntrospectionReference<?>> references)
    implements StaticServiceLoader<BeanIntrospectionReference<?>> {

  /**
   * @param lines the class that knows, a blank, and the type that it knows
   */
  static ListedIntrospections of(List<String> lines) {
    return new ListedIntrospections(
        lines.stream()
            .<BeanIntrospectionReference<?>>map(ListedIntrospections::reference)
            .toList());
  }

  @Override
  public Stream<StaticDefinition<BeanIntrospectionReference<?>>> findAll(
      @Nullable Predicate<String> wanted) {
    return references.stream()
        .filter(reference -> wanted == null || wanted.test(reference.getName()))
        .map(reference -> StaticDefinition.of(reference.getName(), () -> reference));
  }

  @Override
  public List<BeanIntrospectionReference<?>> load(
      @Nullable Predicate<String> wanted, @Nullable Predicate<BeanIntrospectionReference<?>> fit) {
    return references.stream()
        .filter(reference -> wanted == null || wanted.test(reference.getName()))
        .filter(reference -> fit == null || fit.test(reference))
        .toList();
  }

  private static ListedIntrospection<?> reference(String line) {
    int blank = line.indexOf(' ');
    return new ListedIntrospection<>(line.substring(0, blank), line.substring(blank + 1));
  }
}
