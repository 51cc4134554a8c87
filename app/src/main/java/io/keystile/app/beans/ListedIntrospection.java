package io.keystile.app.beans;

import io.micronaut.core.annotation.AnnotationMetadata;
import io.micronaut.core.beans.BeanIntrospection;
import io.micronaut.core.beans.BeanIntrospectionReference;
import io.micronaut.core.beans.exceptions.IntrospectionException;
import org.jspecify.annotations.Nullable;

/** The way to an introspection that is loaded when it is asked for. Safe for several threads. */
final class ListedIntrospection<T> implements BeanIntrospectionReference<T> {

  private final String className;
  private final String type;
  private volatile @Nullable BeanIntrospectionReference<T> loaded;

  ListedIntrospection(String className, String type) {
    this.className = className;
    this.type = type;
  }

  @Override
  public String getName() {
    return type;
  }

  @Override
  public boolean isPresent() {
    return true;
  }

  @Override
  @SuppressWarnings("unchecked")
  public Class<T> getBeanType() {
    try {
      return (Class<T>) Class.forName(type, false, loader());
    } catch (ClassNotFoundException | LinkageError e) {
      throw unknown(e);
    }
  }

  @Override
  public BeanIntrospection<T> load() {
    return reference().load();
  }

  @Override
  public AnnotationMetadata getAnnotationMetadata() {
    return reference().getAnnotationMetadata();
  }

  private BeanIntrospectionReference<T> reference() {
    BeanIntrospectionReference<T> known = loaded;
    if (known == null) {
      known = make();
      loaded = known;
    }
    return known;
  }

  @SuppressWarnings("unchecked")
  private BeanIntrospectionReference<T> make() {
    try {
      return Class.forName(className, true, loader())
          .asSubclass(BeanIntrospectionReference.class)
          .getConstructor()
          .newInstance();
    } catch (ReflectiveOperationException | LinkageError e) {
      throw unknown(e);
    }
  }

  private IntrospectionException unknown(Throwable cause) {
    return new IntrospectionException("The properties of " + type + " cannot be told", cause);
  }

  private static ClassLoader loader() {
    return ListedIntrospection.class.getClassLoader();
  }
}
