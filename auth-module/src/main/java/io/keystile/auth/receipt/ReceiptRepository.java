package io.keystile.auth.receipt;

import io.keystile.auth.store.Store;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.annotation.Repository;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.Optional;

/** Rows of {@code keystile_receipt}. */
@Repository(Store.NAME)
@JdbcRepository(dialect = Dialect.ANSI)
interface ReceiptRepository extends GenericRepository<ReceiptRow, String> {

  @Query(
      """
      INSERT INTO keystile_receipt (id, at, reason, status, message, key_id, method, route, address,
        peer, request_id, checks)
      VALUES (:id, :at, :reason, :status, :message, :keyId, :method, :route, :address,
        :peer, :requestId, :checks)
      ON CONFLICT (id) DO NOTHING
      """)
  void add(List<ReceiptRow> rows);

  @Query("SELECT * FROM keystile_receipt WHERE id = :id AND at >= :since")
  Optional<ReceiptRow> find(String id, long since);

  /** Removes some of the oldest, as far as they are too old or too many. */
  @Query(
      """
      DELETE FROM keystile_receipt WHERE id IN (
        SELECT id FROM (SELECT id, at FROM keystile_receipt ORDER BY id LIMIT :size)
        WHERE at < :since
          OR id <= (SELECT id FROM keystile_receipt ORDER BY id DESC LIMIT 1 OFFSET :max))
      """)
  int prune(long since, long max, int size);
}
