package io.keystile.auth.receipt;

import com.github.f4b6a3.ulid.Ulid;
import io.keystile.auth.store.RowQuery;
import io.keystile.auth.store.Store;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
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
    boolean byKey = filter.keyId() != null;
    boolean byAddress = !byKey && filter.address() != null;
    Instant since = filter.since();
    // A plus keeps a column's index from being taken.
    return new RowQuery("SELECT * FROM keystile_receipt WHERE at >= ?", oldestKept)
        .where("key_id = ?", filter.keyId() == null ? null : filter.keyId().value())
        .where(byKey ? "+address = ?" : "address = ?", Objects.toString(filter.address(), null))
        .where(byKey || byAddress ? "+reason = ?" : "reason = ?", filter.reason())
        .where("at >= ?", since)
        .where("id >= ?", since == null ? null : firstId(since))
        .where("id < ?", cursor)
        .end(" ORDER BY id DESC LIMIT ?", size)
        .rows(operations, ReceiptRow.class);
  }

  private static String firstId(Instant since) {
    return "rcpt_" + Ulid.min(Math.max(0, since.minus(SLACK).toEpochMilli()));
  }
}
