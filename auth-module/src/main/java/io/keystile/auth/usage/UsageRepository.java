package io.keystile.auth.usage;

import io.keystile.auth.store.Store;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.annotation.Repository;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;

/** Rows of {@code keystile_usage}. */
@Repository(Store.NAME)
@JdbcRepository(dialect = Dialect.ANSI)
interface UsageRepository extends GenericRepository<UsageRow, String> {

  /** Hours of the length of one, or of 24: days; the first and the last count whole. */
  @Query(
      """
      SELECT key_id, hour / :length AS hour, generation, reason, sum(requests) AS requests
      FROM keystile_usage
      WHERE key_id = :keyId AND hour >= :from AND hour < :to
      GROUP BY key_id, hour / :length, generation, reason
      ORDER BY hour / :length, generation, reason
      """)
  List<UsageRow> of(String keyId, long from, long to, int length);

  @Query(
      """
      SELECT key_id, hour / 24 AS hour, generation, reason, sum(requests) AS requests
      FROM keystile_usage
      WHERE key_id IN (:keyIds) AND hour >= :from AND hour < :to
      GROUP BY key_id, hour / 24, generation, reason
      """)
  List<UsageRow> daysOf(List<String> keyIds, long from, long to);

  @Query(
      """
      SELECT key_id, 0 AS hour, 0 AS generation, '' AS reason, sum(requests) AS requests
      FROM keystile_usage
      WHERE hour >= :from AND hour < :to AND reason = '' AND key_id NOT IN ('*', '?')
      GROUP BY key_id ORDER BY sum(requests) DESC, key_id LIMIT :size
      """)
  List<UsageRow> busiest(long from, long to, int size);

  @Query(
      """
      SELECT key_id, 0 AS hour, 0 AS generation, '' AS reason, sum(requests) AS requests
      FROM keystile_usage
      WHERE hour >= :from AND hour < :to AND reason <> '' AND key_id NOT IN ('*', '?')
      GROUP BY key_id ORDER BY sum(requests) DESC, key_id LIMIT :size
      """)
  List<UsageRow> mostRefused(long from, long to, int size);

  @Query(
      """
      DELETE FROM keystile_usage WHERE (key_id, hour, generation, reason) IN (
        SELECT key_id, hour, generation, reason FROM keystile_usage
        WHERE hour < :before ORDER BY hour LIMIT :size)
      """)
  int removeBefore(long before, int size);
}
