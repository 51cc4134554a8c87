package io.keystile.auth.keys;

import io.keystile.auth.KeyStatus;
import io.keystile.auth.keys.KeyOrder.By;
import io.keystile.auth.store.Store;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds the keys of one page among a million. First it walks along the index of the wanted order:
 * where many keys fit, a page is full soon. Where few do, it reads the whole table once and keeps
 * the first of the order. Either way the work has a bound, whatever is asked for.
 */
@Singleton
final class KeySearch {

  /** How far the walk goes: a page of 200 is full by then if one key in 25 fits. */
  private static final int WALK = 5_000;

  /** Up to so many keys of an owner are looked up one by one. */
  private static final int FEW = 10_000;

  /** These are found by their quotas, without a look at each key. */
  private static final Set<KeyStatus> RARE = Set.of(KeyStatus.EXHAUSTED);

  private static final String TABLE = " FROM keystile_key";

  private final JdbcOperations jdbc;
  private final KeyRepository repository;

  KeySearch(@Named(Store.NAME) JdbcOperations jdbc, KeyRepository repository) {
    this.jdbc = jdbc;
    this.repository = repository;
  }

  /**
   * Up to so many places behind the cursor, in order; within a transaction.
   *
   * @param filters what is asked for, but for the owner
   */
  List<KeyCursor> find(KeyQuery query, KeyConditions filters, @Nullable KeyCursor after, int size) {
    KeyOrder order = query.order();
    boolean few = query.owner() != null && repository.countOf(query.owner(), FEW + 1) <= FEW;
    KeyConditions wanted = filters.copy();
    if (query.owner() != null) {
      wanted.add(few ? "owner = ?" : "+owner = ?", query.owner());
    }
    if (order.by() == By.CREATED) {
      return list(order, behind(order, "", after).and(wanted), "", "", size);
    }
    boolean rare = few || query.statuses().equals(RARE);
    if (!rare) {
      KeyConditions behind = behind(order, "", after);
      List<KeyCursor> found = walk(order, behind, wanted, size);
      if (found.size() == size || !isLongerThanWalk(order, behind)) {
        return found;
      }
    }
    String hint = rare ? "" : " NOT INDEXED";
    return list(order, behind(order, "+", after).and(wanted), hint, "+", size);
  }

  /** Of the first places along the index those that fit. */
  private List<KeyCursor> walk(
      KeyOrder order, KeyConditions behind, KeyConditions wanted, int size) {
    String first = "(SELECT *" + TABLE + behind.where() + orderBy(order, "") + " LIMIT " + WALK;
    String sql = select(order) + " FROM " + first + ") keystile_key" + wanted.where();
    return query(order, sql + orderBy(order, "") + " LIMIT " + size, behind.and(wanted));
  }

  private List<KeyCursor> list(
      KeyOrder order, KeyConditions conditions, String hint, String noIndex, int size) {
    String sql = select(order) + TABLE + hint + conditions.where() + orderBy(order, noIndex);
    return query(order, sql + " LIMIT " + size, conditions);
  }

  private boolean isLongerThanWalk(KeyOrder order, KeyConditions behind) {
    String sql = select(order) + TABLE + behind.where() + orderBy(order, "");
    return !query(order, sql + " LIMIT 1 OFFSET " + WALK, behind).isEmpty();
  }

  private static KeyConditions behind(KeyOrder order, String noIndex, @Nullable KeyCursor after) {
    KeyConditions conditions = new KeyConditions();
    if (after != null) {
      conditions.addAfter(after, noIndex + order.by().sql());
    }
    return conditions;
  }

  private List<KeyCursor> query(KeyOrder order, String sql, KeyConditions conditions) {
    return Objects.requireNonNull(
        jdbc.prepareStatement(
            sql,
            statement -> {
              conditions.bind(statement);
              return read(order, statement);
            }));
  }

  private static List<KeyCursor> read(KeyOrder order, PreparedStatement statement)
      throws SQLException {
    List<KeyCursor> places = new ArrayList<>();
    try (ResultSet rows = statement.executeQuery()) {
      while (rows.next()) {
        places.add(new KeyCursor(order, false, rows.getString(1), rows.getString(2)));
      }
    }
    return places;
  }

  private static String select(KeyOrder order) {
    return "SELECT id, " + (order.by() == By.CREATED ? "''" : order.by().sql());
  }

  private static String orderBy(KeyOrder order, String noIndex) {
    String direction = order.descending() ? " DESC" : "";
    return " ORDER BY "
        + (order.by() == By.CREATED ? "" : noIndex + order.by().sql() + direction + ", ")
        + "id"
        + direction;
  }
}
