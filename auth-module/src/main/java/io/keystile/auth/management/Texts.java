package io.keystile.auth.management;

import org.jspecify.annotations.Nullable;

/** Values as texts, where null stays null. */
final class Texts {

  private Texts() {}

  static @Nullable String orNull(@Nullable Object value) {
    return value == null ? null : value.toString();
  }
}
