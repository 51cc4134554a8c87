package io.keystile.app.console;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * Where the browser goes next.
 *
 * @param path a path of ours
 * @param notice what that page says once, or null
 */
public record Destination(URI path, @Nullable Notice notice) {

  private static final String CONSOLE = "/console";

  /**
   * @throws IllegalArgumentException when the path leads elsewhere
   */
  public Destination {
    if (!isOurs(path)) {
      throw new IllegalArgumentException("The path must be one of the console");
    }
  }

  /** Just there, without a notice. */
  public static Destination of(String path) {
    return new Destination(URI.create(path), null);
  }

  /** Whether a text is a path of the console and nothing that a browser could take for more. */
  public static boolean isOurs(String path) {
    return path.matches("/console(/[A-Za-z0-9_.~@/-]*)?(\\?[A-Za-z0-9_.~=&%+/-]*)?")
        && !path.contains("//");
  }

  /** Whether a path of this server, without a query, is one of the console. */
  public static boolean isConsole(String path) {
    return path.startsWith(CONSOLE)
        && (path.length() == CONSOLE.length() || path.charAt(CONSOLE.length()) == '/');
  }

  private static boolean isOurs(URI path) {
    String raw = path.toString();
    return isConsole(raw) || raw.startsWith(CONSOLE + "?");
  }
}
