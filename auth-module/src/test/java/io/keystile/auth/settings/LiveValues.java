package io.keystile.auth.settings;

/** Changes a live value by hand. */
public final class LiveValues {

  private LiveValues() {}

  public static <T> void change(Live<T> live, T next) {
    live.set(next);
  }
}
