package io.keystile.auth.audit;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Something that is not as it was written.
 *
 * @param row the number of the row it is about, the first one where there are several, or null when
 *     it is about none
 * @param kind what is wrong
 * @param message the same in words for people
 * @since 0.1
 */
public record AuditProblem(@Nullable Long row, Kind kind, String message) {

  /** What can be wrong. */
  public enum Kind {
    /** The row was changed, put in, or stood elsewhere. */
    CHANGED,
    /** The row does not fit the one before, which is not as it was written. */
    UNLINKED,
    /** Rows are gone from the beginning or the middle. */
    MISSING,
    /** Rows are gone from the end. */
    CUT,
    /** The row was sealed with a key that is not at hand. */
    OTHER_KEY,
    /** The file that tells the end of the log is gone, was changed, or tells another. */
    HEAD,
    /** The database itself is damaged there. */
    DAMAGED;

    /** As it stands in JSON: lower case, words joined by {@code _}. */
    public String text() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
