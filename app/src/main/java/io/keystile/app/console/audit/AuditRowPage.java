package io.keystile.app.console.audit;

import io.keystile.app.console.Page;
import io.keystile.app.console.Section;
import io.keystile.auth.audit.AuditRecord;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * One row of the audit log.
 *
 * @param row the row
 */
public record AuditRowPage(AuditRecord row) implements Page {

  /** So much of one value is shown; an import names thousands of keys. */
  private static final int MOST = 4_000;

  /**
   * One thing that the row tells.
   *
   * @param name its name
   * @param before what it was, or null when nothing is said of that
   * @param after what it is, or null when nothing is said of that
   */
  public record Change(String name, @Nullable String before, @Nullable String after) {}

  /** Everything that the row tells, by name. */
  public List<Change> changes() {
    Set<String> names = new TreeSet<>(row.before().keySet());
    names.addAll(row.after().keySet());
    return names.stream()
        .limit(100)
        .map(
            name ->
                new Change(
                    name,
                    row.before().containsKey(name) ? text(row.before().get(name)) : null,
                    row.after().containsKey(name) ? text(row.after().get(name)) : null))
        .toList();
  }

  private static String text(@Nullable Object value) {
    return AuditWords.clipped(AuditWords.value(value), MOST);
  }

  @Override
  public String template() {
    return "audit/row.jte";
  }

  @Override
  public String title() {
    return "Row " + row.number();
  }

  @Override
  public Section section() {
    return Section.AUDIT;
  }
}
