package io.keystile.auth.receipt;

import com.github.f4b6a3.ulid.Ulid;
import io.keystile.auth.store.Store;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds receipts by what is asked for and nothing else, so that each question can use the index
 * that leaves the least to look at: that of the key, else of the address, else of the reason. The
 * ids grow with time and give the order.
 */
@Singleton
final class ReceiptSearch {

  /** By so much the clock may have been set back: then ids are ahead of their time. */
  private static final Duration SLACK = Duration.ofMinutes(1);

  private final JdbcOperations operations;

  ReceiptSearch(@Named(Store.NAME) JdbcOperations operations) {
    this.operations = operations;
  }

  /**
   * To be called in a transaction.
   *
   * @param oldestKept the first millisecond that counts, whatever was asked for
   */
  List<ReceiptRow> rows(ReceiptFilter filter, long oldestKept, @Nullable String cursor, int size) {
    Question question = new Question(filter, oldestKept, cursor, size);
    return operations.prepareStatement(
        question.sql.toString(),
        statement -> {
          for (int i = 0; i < question.values.size(); i++) {
            statement.setObject(i + 1, question.values.get(i));
          }
          try (ResultSet found = statement.executeQuery();
              Stream<ReceiptRow> rows = operations.entityStream(found, ReceiptRow.class)) {
            return rows.toList();
          }
        });
  }

  /** A statement and the values in it. A plus keeps a column's index from being taken. */
  private static final class Question {

    private final StringBuilder sql =
        new StringBuilder("SELECT * FROM keystile_receipt WHERE at >= ?");
    private final List<Object> values = new ArrayList<>();

    Question(ReceiptFilter filter, long oldestKept, @Nullable String cursor, int size) {
      values.add(oldestKept);
      boolean byKey = filter.keyId() != null;
      boolean byAddress = !byKey && filter.address() != null;
      where("key_id = ?", filter.keyId() == null ? null : filter.keyId().value());
      where(byKey ? "+address = ?" : "address = ?", Objects.toString(filter.address(), null));
      where(byKey || byAddress ? "+reason = ?" : "reason = ?", filter.reason());
      where("at >= ?", filter.since() == null ? null : (Object) filter.since().toEpochMilli());
      where("id >= ?", filter.since() == null ? null : firstId(filter.since()));
      where("id < ?", cursor);
      sql.append(" ORDER BY id DESC LIMIT ?");
      values.add(size);
    }

    private void where(String condition, @Nullable Object value) {
      if (value != null) {
        sql.append(" AND ").append(condition);
        values.add(value);
      }
    }

    private static String firstId(Instant since) {
      return "rcpt_" + Ulid.min(Math.max(0, since.minus(SLACK).toEpochMilli()));
    }
  }
}
