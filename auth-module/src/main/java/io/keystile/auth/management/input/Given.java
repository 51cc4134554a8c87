package io.keystile.auth.management.input;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A member of an object that may be left out, be null, or have a value; in a merge patch (RFC 7396)
 * these mean: stays, is cleared, is replaced.
 *
 * @param present whether the member is there
 * @param value its value, or null when it is null or not there
 */
public record Given<T>(boolean present, @Nullable T value) {

  static <T> Given<T> absent() {
    return new Given<>(false, null);
  }

  static <T> Given<T> of(@Nullable T value) {
    return new Given<>(true, value);
  }

  /** What is to be in its place: the value, or what takes the place of null, or what was there. */
  public @Nullable T or(@Nullable T there, @Nullable T cleared) {
    if (!present) {
      return there;
    }
    return value == null ? cleared : value;
  }

  /** The same where nothing is ever null. */
  public T orElse(T there, T cleared) {
    if (!present) {
      return there;
    }
    return value == null ? cleared : value;
  }

  /** The value turned into another; absent stays absent, null stays null. */
  public <R> Given<R> map(Function<T, R> change) {
    return new Given<>(present, value == null ? null : change.apply(value));
  }
}
