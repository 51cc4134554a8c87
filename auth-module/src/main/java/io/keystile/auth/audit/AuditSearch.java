package io.keystile.auth.audit;

import io.keystile.auth.store.RowQuery;
import io.keystile.auth.store.Store;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.util.List;
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
    boolean newest = filter.order() == AuditFilter.Order.NEWEST_FIRST;
    return new RowQuery("SELECT * FROM keystile_audit WHERE 1 = 1")
        .where("actor_id = ?", Inert.textOrNull(filter.actor()))
        .where("action = ?", Inert.textOrNull(filter.action()))
        .where("target = ?", Inert.textOrNull(filter.target()))
        // The first two narrow the numbers, by the index on the time; the others are what is meant.
        .where("number >= (SELECT min(number) FROM keystile_audit WHERE at >= ?)", filter.from())
        .where("number <= (SELECT max(number) FROM keystile_audit WHERE at < ?)", filter.to())
        .where("+at >= ?", filter.from())
        .where("+at < ?", filter.to())
        .where(newest ? "number < ?" : "number > ?", cursor)
        .end(newest ? " ORDER BY number DESC LIMIT ?" : " ORDER BY number LIMIT ?", size)
        .rows(operations, AuditRow.class);
  }
}
