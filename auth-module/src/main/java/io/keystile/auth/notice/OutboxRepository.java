package io.keystile.auth.notice;

import io.keystile.auth.store.Store;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.annotation.Repository;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;

/** Rows of {@code keystile_outbox}. */
@Repository(Store.NAME)
@JdbcRepository(dialect = Dialect.ANSI)
interface OutboxRepository extends GenericRepository<OutboxRow, String> {

  OutboxRow save(OutboxRow row);

  long count();

  @Query("SELECT * FROM keystile_outbox WHERE next_at <= :now ORDER BY next_at, id LIMIT :size")
  List<OutboxRow> findDue(long now, int size);

  /** 1 when the row is as it was seen: then it is ours until the instant. */
  @Query(
      "UPDATE keystile_outbox SET next_at = :until, attempts = attempts + 1"
          + " WHERE id = :id AND next_at = :seen")
  int claim(String id, long seen, long until);

  @Query("UPDATE keystile_outbox SET next_at = :next WHERE id = :id")
  int postpone(String id, long next);

  /** Some of those whose turn came before the instant. */
  @Query(
      """
      DELETE FROM keystile_outbox WHERE id IN (
        SELECT id FROM keystile_outbox WHERE next_at < :before ORDER BY next_at, id LIMIT :size)
      """)
  int removeWaitingSince(long before, int size);

  @Query("DELETE FROM keystile_outbox WHERE id = :id")
  int remove(String id);
}
