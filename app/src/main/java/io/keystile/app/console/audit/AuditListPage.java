package io.keystile.app.console.audit;

import io.keystile.app.console.Faults;
import io.keystile.app.console.Page;
import io.keystile.app.console.Section;
import io.keystile.auth.audit.AuditRecord;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Rows of the audit log.
 *
 * @param state which rows
 * @param rows some of them
 * @param next what the next page begins behind, or null when this is the last
 * @param count about how many rows the log has
 * @param faults what is wrong with the search
 */
public record AuditListPage(
    AuditSearchState state, List<AuditRecord> rows, @Nullable Long next, long count, Faults faults)
    implements Page {

  /** The orders that can be chosen, by their texts. */
  public static Map<String, String> orders() {
    Map<String, String> orders = new LinkedHashMap<>();
    orders.put("", "Newest first");
    orders.put(AuditSearchState.OLDEST_FIRST, "Oldest first");
    return orders;
  }

  @Override
  public String template() {
    return "audit/list.jte";
  }

  @Override
  public String title() {
    return "Audit log";
  }

  @Override
  public Section section() {
    return Section.AUDIT;
  }
}
