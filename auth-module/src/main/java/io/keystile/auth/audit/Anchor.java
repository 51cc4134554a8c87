package io.keystile.auth.audit;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where the log begins: behind the last row that retention removed.
 *
 * @param number of that row
 * @param mac of that row
 */
record Anchor(long number, String mac) {

  static final String NUMBER = "number";
  static final String MAC = "mac";

  /** Nothing was removed. */
  static final Anchor NONE = new Anchor(0, AuditRow.NO_MAC);

  /** What the values of a row {@link AuditAction#AUDIT_PRUNE} say. */
  static Anchor of(Map<String, ? extends @Nullable Object> values) {
    return values.get(NUMBER) instanceof Number number && values.get(MAC) instanceof String mac
        ? new Anchor(number.longValue(), mac)
        : NONE;
  }
}
