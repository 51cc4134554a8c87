package io.keystile.app.cli;

import org.jspecify.annotations.Nullable;

/** Whether a person sits in front, and how to ask them. */
public interface Terminal {

  /** Whether both input and output are a terminal. */
  boolean isInteractive();

  /** The line the person typed, or null when they ended the input. */
  @Nullable String readLine();

  /** The same without showing what is typed, where that can be. */
  default @Nullable String readSecret() {
    return readLine();
  }
}
