package io.keystile.auth.audit;

import io.keystile.auth.store.Store;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds rows by what is asked for and nothing else, so that each question can use its index. */
@Singleton
final class AuditSearch {

  private final JdbcOperations operations;

  AuditSearch(@Named(Store.NAME) JdbcOperations operations) {
    this.operations = operations;
  }

  /** To be called in a transaction. */
  List<AuditRow> rows(AuditFilter filter, @Nullable Long cursor, int size) {
    Question question = new Question(filter, cursor, size);
    return operations.prepareStatement(
        question.sql.toString(),
        statement -> {
          for (int i = 0; i < question.values.size(); i++) {
            statement.setObject(i + 1, question.values.get(i));
          }
          try (ResultSet found = statement.executeQuery();
              Stream<AuditRow> rows = operations.entityStream(found, AuditRow.class)) {
            return rows.toList();
          }
        });
  }

  /** A statement and the values in it. */
  private static final class Question {

    private final StringBuilder sql = new StringBuilder("SELECT * FROM keystile_audit WHERE 1 = 1");
    private final List<Object> values = new ArrayList<>();

    Question(AuditFilter filter, @Nullable Long cursor, int size) {
      boolean newest = filter.order() == AuditFilter.Order.NEWEST_FIRST;
      where("actor_id = ?", Inert.textOrNull(filter.actor()));
      where("action = ?", Inert.textOrNull(filter.action()));
      where("target = ?", Inert.textOrNull(filter.target()));
      // The first two narrow the numbers, by the index on the time; the others are what is meant.
      where("number >= (SELECT min(number) FROM keystile_audit WHERE at >= ?)", filter.from());
      where("number <= (SELECT max(number) FROM keystile_audit WHERE at < ?)", filter.to());
      where("+at >= ?", filter.from());
      where("+at < ?", filter.to());
      where(newest ? "number < ?" : "number > ?", cursor);
      sql.append(newest ? " ORDER BY number DESC LIMIT ?" : " ORDER BY number LIMIT ?");
      values.add(size);
    }

    private void where(String condition, @Nullable Instant instant) {
      where(condition, instant == null ? null : (Object) instant.toEpochMilli());
    }

    private void where(String condition, @Nullable Object value) {
      if (value != null) {
        sql.append(" AND ").append(condition);
        values.add(value);
      }
    }
  }
}
