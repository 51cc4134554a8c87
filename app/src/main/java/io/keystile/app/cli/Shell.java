package io.keystile.app.cli;

import java.nio.file.Path;

/** Text that is to be pasted into a shell. */
public final class Shell {

  private Shell() {}

  /** The path as one word. */
  public static String quoted(Path path) {
    return "'" + path.toString().replace("'", "'\\''") + "'";
  }
}
