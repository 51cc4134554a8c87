package io.keystile.auth.limit;

import io.keystile.auth.store.Store;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.annotation.Repository;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;

/** Rows of {@code keystile_quota}. */
@Repository(Store.NAME)
@JdbcRepository(dialect = Dialect.ANSI)
interface QuotaRepository extends GenericRepository<QuotaRow, String> {

  /**
   * Adds a use to the row of its window. A window that is over gives way to the new one, a later
   * one stays as it is, and of two that overlap the first to be written counts.
   */
  @Query(
      """
      INSERT INTO keystile_quota (key_id, period, window_start, window_end, used, updated_at)
      VALUES (:keyId, :period, :windowStart, :windowEnd, :used, :updatedAt)
      ON CONFLICT (key_id, period) DO UPDATE SET
        used = CASE WHEN keystile_quota.window_end <= excluded.updated_at
          THEN excluded.used ELSE keystile_quota.used + excluded.used END,
        window_start = CASE WHEN keystile_quota.window_end <= excluded.updated_at
          THEN excluded.window_start ELSE keystile_quota.window_start END,
        window_end = CASE WHEN keystile_quota.window_end <= excluded.updated_at
          THEN excluded.window_end ELSE keystile_quota.window_end END,
        updated_at = excluded.updated_at
      WHERE keystile_quota.window_start < excluded.window_end
      """)
  int add(QuotaRow use);

  @Query("SELECT * FROM keystile_quota WHERE updated_at >= :instant")
  List<QuotaRow> changedSince(long instant);

  /** What was written at or behind a place in the order of writing, in windows not over. */
  @Query(
      """
      SELECT q.key_id, q.period, q.window_start, q.window_end, q.used, q.updated_at,
        k.name, k.hint, k.owner, k.rate_limits, k.quotas
      FROM keystile_quota q LEFT JOIN keystile_key k ON k.id = q.key_id
      WHERE q.updated_at >= :at AND q.window_end > :now
        AND (q.updated_at, q.key_id, q.period) > (:at, :keyId, :period)
      ORDER BY q.updated_at, q.key_id, q.period LIMIT :size
      """)
  List<QuotaUseRow> pageOfUses(long at, String keyId, String period, long now, int size);

  @Query("DELETE FROM keystile_quota WHERE window_end < :instant")
  int removeEndedBefore(long instant);
}
