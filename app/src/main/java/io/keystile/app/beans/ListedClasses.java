package io.keystile.app.beans;

import io.micronaut.core.io.service.SoftServiceLoader.StaticDefinition;
import io.micronaut.core.io.service.SoftServiceLoader.StaticServiceLoader;
import java.lang.reflect.InvocationTargetException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A service whose classes are known by name.
 *
 * @param names the classes
 */
record ListedClasses<S>(List<String> names) implements StaticServiceLoader<S> {

  @Override
  public Stream<StaticDefinition<S>> findAll(@Nullable Predicate<String> wanted) {
    return names.stream().filter(name -> wanted == null || wanted.test(name)).flatMap(this::find);
  }

  @Override
  public List<S> load(@Nullable Predicate<String> wanted, @Nullable Predicate<S> fit) {
    List<S> loaded = new ArrayList<>(names.size());
    for (String name : names) {
      S made = wanted == null || wanted.test(name) ? make(name) : null;
      if (made != null && (fit == null || fit.test(made))) {
        loaded.add(made);
      }
    }
    return loaded;
  }

  private Stream<StaticDefinition<S>> find(String name) {
    S made = make(name);
    return made == null ? Stream.of() : Stream.of(StaticDefinition.of(name, () -> made));
  }

  /** Null when the class is for something that is not there, as the framework itself has it. */
  @SuppressWarnings("unchecked")
  private @Nullable S make(String name) {
    ClassLoader loader = ListedClasses.class.getClassLoader();
    try {
      return (S) Class.forName(name, false, loader).getConstructor().newInstance();
    } catch (NoClassDefFoundError
        | ClassNotFoundException
        | NoSuchMethodException
        | IllegalAccessException e) {
      return null;
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof NoClassDefFoundError) {
        return null;
      }
      throw unusable(name, e);
    } catch (InstantiationException e) {
      throw unusable(name, e);
    }
  }

  private static IllegalStateException unusable(String name, Exception cause) {
    return new IllegalStateException("The class " + name + " of the program cannot be used", cause);
  }
}
