package io.keystile.auth.store;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code keystile.db}: a file, with or without {@code jdbc:sqlite:} before it. Parameters are
 * refused, because the driver would take settings from them that load code or weaken the store. A
 * value that is refused is not repeated as a whole: it may hold a password.
 */
final class StoreLocation {

  private static final String SQLITE = "jdbc:sqlite:";
  private static final Pattern SCHEME =
      Pattern.compile("(?i)(jdbc:[a-z0-9]+|[a-z][a-z0-9+.-]+:/).*");

  private StoreLocation() {}

  /**
   * @throws StoreNotUsableException when the text names no file
   */
  static Path parse(String db) {
    String text = db.strip();
    String file = text.startsWith(SQLITE) ? text.substring(SQLITE.length()) : text;
    Matcher scheme = SCHEME.matcher(file);
    if (scheme.matches()) {
      throw notUsable(
          "keystile.db begins with " + scheme.group(1) + ", which is not supported", null);
    }
    if (file.isEmpty() || file.startsWith(":") || file.startsWith("file:")) {
      throw notUsable("keystile.db names no file", null);
    }
    if (file.contains("?")) {
      throw notUsable("keystile.db has parameters behind a '?', which are not supported", null);
    }
    try {
      return Path.of(file);
    } catch (InvalidPathException e) {
      throw notUsable("keystile.db is not the name of a file", e);
    }
  }

  private static StoreNotUsableException notUsable(String fault, @Nullable Throwable cause) {
    return new StoreNotUsableException(
        fault + ". Set it to a SQLite file, for instance data/keystile.db.", cause);
  }
}
