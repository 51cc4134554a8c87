package io.keystile.auth.keys;

import io.keystile.auth.KeyStatus;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Conditions on rows of {@code keystile_key} with their values. A plus before a column keeps the
 * database from taking that column's index: reading the whole table is faster where many rows fit.
 */
final class KeyConditions {

  private static final String DISABLED =
      "(NOT enabled OR owner IS NOT NULL"
          + " AND owner IN (SELECT name FROM keystile_account WHERE NOT enabled))";

  private static final String STARTED = "(not_before IS NULL OR not_before <= ?)";

  private static final String OPEN = "(expires_at IS NULL OR expires_at > ?)";

  private static final String USED_UP =
      """
       keystile_quota q CROSS JOIN json_each(coalesce(k.quotas,
          CASE WHEN k.rate_limits = '["unlimited"]' THEN '[]' ELSE ? END)) j
        WHERE q.key_id = k.id AND q.window_end > ?
          AND q.used >= CAST(substr(j.value, 1, instr(j.value, '/') - 1) AS INTEGER)
          AND instr(substr(j.value, instr(j.value, '/') + 1) || ' ', q.period || ' ') = 1)
      """;

  /** Asks key by key: faster where few are looked at. */
  private static final String EXHAUSTED =
      "EXISTS (SELECT 1 FROM" + USED_UP.replace("k.", "keystile_key.");

  /** Looks at all use of quotas once. */
  private static final String AMONG_EXHAUSTED =
      "id IN (SELECT k.id FROM"
          + USED_UP.replace("CROSS JOIN", "CROSS JOIN keystile_key k CROSS JOIN");

  private final List<String> conditions = new ArrayList<>();
  private final List<Object> values = new ArrayList<>();

  /** What the query asks for. */
  static KeyConditions of(KeyQuery query, Instant now, String defaultQuotas) {
    KeyConditions all = new KeyConditions();
    all.addText(query);
    if (!query.statuses().isEmpty()) {
      KeyConditions any = new KeyConditions();
      boolean byKey = query.order().by() == KeyOrder.By.CREATED;
      String exhausted = byKey ? EXHAUSTED : AMONG_EXHAUSTED;
      query
          .statuses()
          .forEach(status -> any.addStatus(status, now.toEpochMilli(), defaultQuotas, exhausted));
      all.add("(" + String.join(" OR ", any.conditions) + ")", any.values.toArray());
    }
    if (query.scope() != null) {
      all.add("instr(' ' || scopes || ' ', ?) > 0", " " + query.scope() + " ");
    }
    if (query.expiringBefore() != null) {
      all.add("expires_at < ?", query.expiringBefore().toEpochMilli());
    }
    if (query.unusedSince() != null) {
      long since = query.unusedSince().toEpochMilli();
      all.add("+last_used_at < ? AND created_at < ?", since, since);
    }
    if (query.neverUsed()) {
      all.add("last_used_at = 0");
    }
    return all;
  }

  void add(String condition, Object... itsValues) {
    conditions.add(condition);
    values.addAll(Arrays.asList(itsValues));
  }

  KeyConditions copy() {
    KeyConditions copy = new KeyConditions();
    copy.conditions.addAll(conditions);
    copy.values.addAll(values);
    return copy;
  }

  /** These and then the others. */
  KeyConditions and(KeyConditions others) {
    KeyConditions both = copy();
    both.conditions.addAll(others.conditions);
    both.values.addAll(others.values);
    return both;
  }

  /** Rows behind the cursor. An index on an expression is not taken to compare rows of values. */
  void addAfter(KeyCursor cursor, String column) {
    String beyond = cursor.order().descending() ? "<" : ">";
    if (cursor.order().by() == KeyOrder.By.CREATED) {
      add("id " + beyond + " ?", cursor.id());
    } else if (cursor.order().by().isColumn()) {
      add("(" + column + ", id) " + beyond + " (?, ?)", cursor.sqlValue(), cursor.id());
    } else {
      Object value = cursor.sqlValue();
      String either = "(" + column + " " + beyond + " ? OR id " + beyond + " ?)";
      add(column + " " + beyond + "= ? AND " + either, value, value, cursor.id());
    }
  }

  String where() {
    return conditions.isEmpty()
        ? ""
        : conditions.stream().collect(Collectors.joining(" AND ", " WHERE ", ""));
  }

  void bind(PreparedStatement statement) throws SQLException {
    for (int i = 0; i < values.size(); i++) {
      statement.setObject(i + 1, values.get(i));
    }
  }

  private void addText(KeyQuery query) {
    String text = query.text();
    if (text == null || text.isEmpty()) {
      return;
    }
    String part = "%" + KeyQuery.escaped(text) + "%";
    String condition = "name LIKE ? ESCAPE '!' OR description LIKE ? ESCAPE '!' OR id = ?";
    String hint = query.hintPattern();
    if (hint == null) {
      add("(" + condition + ")", part, part, text);
    } else {
      add("(" + condition + " OR hint LIKE ? ESCAPE '!')", part, part, text, hint);
    }
  }

  private void addStatus(KeyStatus status, long now, String quotas, String exhausted) {
    String enabled = "NOT " + DISABLED;
    String usable = enabled + " AND " + STARTED + " AND " + OPEN;
    switch (status) {
      case DISABLED -> add(DISABLED);
      case NOT_YET_VALID -> add("(" + enabled + " AND not_before > ?)", now);
      case EXPIRED -> add("(" + enabled + " AND " + STARTED + " AND expires_at <= ?)", now, now);
      case ACTIVE -> add("(" + usable + " AND NOT " + EXHAUSTED + ")", now, now, quotas, now);
      case EXHAUSTED -> add("(" + usable + " AND " + exhausted + ")", now, now, quotas, now);
    }
  }
}
