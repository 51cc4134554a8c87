package io.keystile.auth.audit;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Some rows of the audit log.
 *
 * @param items the rows, in the order that was asked for
 * @param nextCursor what to ask with for the next page, or null when there is none
 * @since 0.1
 */
public record AuditPage(List<AuditRecord> items, @Nullable Long nextCursor) {

  public AuditPage {
    items = List.copyOf(items);
  }
}
