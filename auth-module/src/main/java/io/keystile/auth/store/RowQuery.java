package io.keystile.auth.store;

import io.micronaut.core.annotation.Internal;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import java.sql.ResultSet;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A statement that asks for rows by what is asked for and nothing else, so that each question can
 * use its index. Not for several threads.
 */
@Internal
public final class RowQuery {

  private final StringBuilder sql;
  private final List<Object> values = new ArrayList<>();

  /**
   * @param start the statement up to its first condition
   * @param value the value in that condition
   */
  public RowQuery(String start, Object value) {
    this.sql = new StringBuilder(start);
    values.add(value);
  }

  /**
   * @param start the statement with a first condition that has no value
   */
  public RowQuery(String start) {
    this.sql = new StringBuilder(start);
  }

  /** One more condition on an instant, unless it is null. */
  public RowQuery where(String condition, @Nullable Instant instant) {
    return where(condition, instant == null ? null : (Object) instant.toEpochMilli());
  }

  /** One more condition, unless its value is null. */
  public RowQuery where(String condition, @Nullable Object value) {
    return value == null ? this : add(" AND " + condition, value);
  }

  /** The end of the statement, with a value in it. */
  public RowQuery end(String end, Object value) {
    return add(end, value);
  }

  /** Asks for the rows. To be called in a transaction. */
  public <T> List<T> rows(JdbcOperations operations, Class<T> type) {
    return operations.prepareStatement(
        sql.toString(),
        statement -> {
          for (int i = 0; i < values.size(); i++) {
            statement.setObject(i + 1, values.get(i));
          }
          try (ResultSet found = statement.executeQuery();
              Stream<T> rows = operations.entityStream(found, type)) {
            return rows.toList();
          }
        });
  }

  private RowQuery add(String text, Object value) {
    sql.append(text);
    values.add(value);
    return this;
  }
}
