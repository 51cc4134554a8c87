package io.keystile.auth.settings;

import io.micronaut.core.annotation.Internal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * A value that may change while the application runs. Inject {@code Live<C>} in place of a
 * configuration record {@code C} to follow what an operator changes; ask it anew for each use.
 * Reading is one volatile read; nothing is worked out but when the value changes. Safe for several
 * threads.
 *
 * @param <T> the value, immutable
 * @since 0.1
 */
@Internal
public final class Live<T> {

  private final List<Consumer<? super T>> listeners = new ArrayList<>();
  private volatile T value;

  private Live(T value) {
    this.value = value;
  }

  /** A value that nobody changes, for instance in a test. */
  public static <T> Live<T> of(T value) {
    return new Live<>(value);
  }

  /** The value in force. */
  public T get() {
    return value;
  }

  /**
   * What follows from the value, worked out now and after each change.
   *
   * @param function must not throw for a valid value
   */
  public <R> Live<R> map(Function<? super T, ? extends R> function) {
    synchronized (this) {
      Live<R> derived = new Live<>(function.apply(value));
      listeners.add(next -> derived.set(function.apply(next)));
      return derived;
    }
  }

  /** Tells of each change from now on; the listener must be quick. */
  public void subscribe(Consumer<? super T> listener) {
    synchronized (this) {
      listeners.add(listener);
    }
  }

  void set(T next) {
    synchronized (this) {
      value = next;
      listeners.forEach(listener -> listener.accept(next));
    }
  }
}
