package io.keystile.auth.keys;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * The order of a list of keys. Keys that are equal in it stand in the order of their ids.
 *
 * @param by what is compared
 * @param descending whether the greatest comes first
 * @since 0.1
 */
public record KeyOrder(By by, boolean descending) {

  /** Oldest first. */
  public static final KeyOrder OLDEST_FIRST = new KeyOrder(By.CREATED, false);

  /** What can be compared. */
  public enum By {
    /** When it was made: its id. */
    CREATED("id", false),
    /** Its name; the case of ASCII letters does not matter. */
    NAME("name COLLATE NOCASE", false),
    /** When it was used last; never comes before everything else. */
    LAST_USED("last_used_at", true),
    /** Its end; none comes behind everything else. */
    EXPIRES("coalesce(expires_at, 9223372036854775807)", true),
    /** How often it was used. */
    REQUESTS("requests", true);

    private final String sql;
    private final boolean number;

    By(String sql, boolean number) {
      this.sql = sql;
      this.number = number;
    }

    /** As the command line spells it: {@code last-used}. */
    public String text() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    String sql() {
      return sql;
    }

    /** The value in a cursor as the database compares it. */
    Object value(String text) {
      return number ? (Object) Long.valueOf(text) : text;
    }
  }

  /**
   * Reads {@code created}, {@code name}, {@code last-used}, {@code expires} or {@code requests},
   * with {@code -} before it for the greatest first.
   *
   * @throws IllegalArgumentException when it is none of these
   */
  public static KeyOrder parse(String text) {
    boolean descending = text.startsWith("-");
    String name = descending ? text.substring(1) : text;
    return Arrays.stream(By.values())
        .filter(by -> by.text().equals(name))
        .map(by -> new KeyOrder(by, descending))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "sort must be one of "
                        + Arrays.stream(By.values()).map(By::text).collect(Collectors.joining(", "))
                        + ", with - before it for the greatest first"));
  }

  /** The spelling that {@link #parse} reads. */
  @Override
  public String toString() {
    return (descending ? "-" : "") + by.text();
  }
}
