package io.keystile.app.console.keys;

import io.keystile.app.console.QueryString;
import io.keystile.auth.keys.KeyOrder;
import io.keystile.auth.keys.KeyQuery;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which part of the list is shown: what stands in its address.
 *
 * @param text what to look for, or empty
 * @param filter which keys
 * @param order in which order
 * @param owner of which account, or empty for every one
 * @param cursor behind which key, or null for the first page
 */
public record KeyListState(
    String text, KeyFilter filter, KeyOrder order, String owner, @Nullable String cursor) {

  private static final KeyOrder NEWEST_FIRST = new KeyOrder(KeyOrder.By.CREATED, true);

  /** Reads an address; what cannot be read is as if it were not there. */
  static KeyListState read(
      @Nullable String text,
      @Nullable String filter,
      @Nullable String sort,
      @Nullable String owner,
      @Nullable String cursor) {
    String wanted = text == null ? "" : text.strip();
    return new KeyListState(
        wanted.substring(0, Math.min(KeyQuery.MAX_TEXT, wanted.length())),
        KeyFilter.parse(filter == null ? "" : filter),
        order(sort),
        owner == null ? "" : owner.strip(),
        cursor == null || cursor.isEmpty() ? null : cursor);
  }

  KeyQuery query(Instant now) {
    KeyQuery query =
        KeyQuery.ALL
            .inOrder(order)
            .withText(text.isEmpty() ? null : text)
            .ownedBy(owner.isEmpty() ? null : owner);
    return filter.on(query, now);
  }

  /** Whether every key is meant. */
  public boolean isEverything() {
    return text.isEmpty() && filter == KeyFilter.ALL && owner.isEmpty();
  }

  /** The first page of another view of the same search. */
  public KeyListState with(KeyFilter other) {
    return new KeyListState(text, other, order, owner, null);
  }

  /** The first page in this order, or in its reverse when it stands in this already. */
  public KeyListState sortedBy(KeyOrder.By by) {
    boolean reverse = order.by() == by ? !order.descending() : by != KeyOrder.By.NAME;
    return new KeyListState(text, filter, new KeyOrder(by, reverse), owner, null);
  }

  /** The page behind the cursor. */
  public KeyListState after(@Nullable String next) {
    return new KeyListState(text, filter, order, owner, next);
  }

  /** What {@code aria-sort} says of a column. */
  public String ariaSort(KeyOrder.By by) {
    return order.by() != by ? "none" : order.descending() ? "descending" : "ascending";
  }

  /** The query of its address; empty for the plain list. */
  public String query() {
    Map<String, String> values = new LinkedHashMap<>();
    values.put("text", text);
    values.put("filter", filter == KeyFilter.ALL ? "" : filter.text());
    values.put("sort", order.equals(NEWEST_FIRST) ? "" : order.toString());
    values.put("owner", owner);
    values.put("cursor", cursor == null ? "" : cursor);
    return QueryString.of(values);
  }

  private static KeyOrder order(@Nullable String sort) {
    try {
      return sort == null || sort.isEmpty() ? NEWEST_FIRST : KeyOrder.parse(sort);
    } catch (IllegalArgumentException e) {
      return NEWEST_FIRST;
    }
  }
}
