package io.keystile.auth.keys;

import io.keystile.auth.ApiKeyId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of each line of an import. It never holds the text of a key.
 *
 * @param lines one for each line that was not blank
 * @param applied false when nothing was written, because a line was refused and all or nothing was
 *     asked for
 * @since 0.1
 */
public record ImportReport(List<Line> lines, boolean applied) {

  /** What became of one line. */
  public enum Outcome {
    /** The key is now in the store. */
    ADDED,
    /** The store had it before; it was left as it is. */
    ALREADY_THERE,
    /** It cannot be a key. */
    REFUSED
  }

  /**
   * One line.
   *
   * @param number counted from 1, blank lines included
   * @param outcome what became of it
   * @param id the key's id when it was added, else null
   * @param note why it was refused, or a warning, or null
   */
  public record Line(int number, Outcome outcome, @Nullable ApiKeyId id, @Nullable String note) {}

  public ImportReport {
    lines = List.copyOf(lines);
  }

  /** How many lines had this outcome. */
  public long count(Outcome outcome) {
    return lines.stream().filter(line -> line.outcome() == outcome).count();
  }
}
