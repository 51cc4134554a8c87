package io.keystile.app.beans;

import io.micronaut.core.beans.BeanIntrospectionReference;
import io.micronaut.core.io.service.SoftServiceLoader.Optimizations;
import io.micronaut.core.io.service.SoftServiceLoader.StaticServiceLoader;
import io.micronaut.core.optim.StaticOptimizations;
import io.micronaut.inject.BeanDefinitionReference;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The framework's services in the program's jar, from a list that is made with it. Looking for them
 * means to read the whole directory of the jar, which takes longer than all else at a start.
 * Outside the jar there is no list, and the framework looks for them.
 */
public final class ListedServices implements StaticOptimizations.Loader<Optimizations> {

  private static final String LIST = "/META-INF/keystile/services";
  private static final String BEANS = BeanDefinitionReference.class.getName();
  private static final String INTROSPECTIONS = BeanIntrospectionReference.class.getName();

  /** For the framework. */
  public ListedServices() {}

  @Override
  public Optimizations load() {
    return new Optimizations(read());
  }

  /** The classes that tell of beans; none outside the jar. */
  static List<String> beans() {
    return read().get(BEANS) instanceof ListedClasses<?> beans ? beans.names() : List.of();
  }

  private static Map<String, StaticServiceLoader<?>> read() {
    try (InputStream list = ListedServices.class.getResourceAsStream(LIST)) {
      return list == null ? Map.of() : read(list);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A line is a service in brackets, or a class of it, with what it tells of where that counts. */
  static Map<String, StaticServiceLoader<?>> read(InputStream list) throws IOException {
    Map<String, List<String>> services = new LinkedHashMap<>();
    List<String> classes = new ArrayList<>();
    String text = new String(list.readAllBytes(), StandardCharsets.UTF_8);
    for (String line : text.split("\n", -1)) {
      if (line.startsWith("[")) {
        classes = new ArrayList<>();
        services.put(line.substring(1, line.length() - 1), classes);
      } else if (!line.isEmpty()) {
        classes.add(line);
      }
    }
    Map<String, StaticServiceLoader<?>> loaders = new HashMap<>();
    services.forEach((service, names) -> loaders.put(service, loader(service, names)));
    return loaders;
  }

  private static StaticServiceLoader<?> loader(String service, List<String> classes) {
    return service.equals(INTROSPECTIONS)
        ? ListedIntrospections.of(classes)
        : new ListedClasses<>(classes);
  }
}
