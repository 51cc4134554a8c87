package io.keystile.auth.keys;

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
import org.jspecify.annotations.Nullable;

/**
 * Finds the keys of one page among a million. First it walks along the index of the wanted order:
 * where many keys fit, a page is full soon. Where few do, it reads the whole table once and keeps
 * the first of the order. Either way the work has a bound, whatever is asked for.
 */
@Singleton
final class KeySearch {

  /** How far the walk goes: a page of 200 is full by then if one key in a hundred fits. */
  private static final int WALK = 20_000;

  /** Up to so many keys of an owner are looked up one by one. */
  private static final int FEW = 10_000;

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
      return walk(order, wanted, after, null, size);
    }
    if (!few) {
      KeyCursor end = endOfWalk(order, after);
      List<KeyCursor> found = walk(order, wanted, after, end, size);
      if (end == null || found.size() == size) {
        return found;
      }
    }
    return sort(order, wanted, after, few ? "" : " NOT INDEXED", size);
  }

  private List<KeyCursor> walk(
      KeyOrder order,
      KeyConditions wanted,
      @Nullable KeyCursor after,
      @Nullable KeyCursor end,
      int size) {
    KeyConditions conditions = between(wanted, order.by().sql(), after, end);
    String sql = select(order) + TABLE + conditions.where() + orderBy(order, "");
    return query(order, sql + " LIMIT " + size, conditions);
  }

  private List<KeyCursor> sort(
      KeyOrder order, KeyConditions wanted, @Nullable KeyCursor after, String hint, int size) {
    KeyConditions conditions = between(wanted, "+" + order.by().sql(), after, null);
    String sql = select(order) + TABLE + hint + conditions.where() + orderBy(order, "+");
    return query(order, sql + " LIMIT " + size, conditions);
  }

  /** The last place that the walk reaches, or null when it reaches the end of the index. */
  private @Nullable KeyCursor endOfWalk(KeyOrder order, @Nullable KeyCursor after) {
    KeyConditions conditions = between(new KeyConditions(), order.by().sql(), after, null);
    String sql = select(order) + TABLE + conditions.where() + orderBy(order, "");
    List<KeyCursor> end = query(order, sql + " LIMIT 1 OFFSET " + WALK, conditions);
    return end.isEmpty() ? null : end.get(0);
  }

  private static KeyConditions between(
      KeyConditions wanted, String column, @Nullable KeyCursor after, @Nullable KeyCursor end) {
    KeyConditions conditions = wanted.copy();
    if (after != null && !after.environment()) {
      conditions.addAfter(after, column);
    }
    if (end != null) {
      conditions.addUpTo(end, column);
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
