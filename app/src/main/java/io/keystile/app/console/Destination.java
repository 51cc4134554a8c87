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

  private static boolean isOurs(URI path) {
    String raw = path.toString();
    return raw.equals("/console") || raw.startsWith("/console/") || raw.startsWith("/console?");
  }
}
