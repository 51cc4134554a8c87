package io.keystile.auth.keys;

import io.keystile.auth.store.Store;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.annotation.Repository;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;

/** Counts rows of {@code keystile_key}. */
@Repository(Store.NAME)
@JdbcRepository(dialect = Dialect.ANSI)
interface KeyCountRepository extends GenericRepository<KeyRow, String> {

  /** As {@link ManagedKey#statusAt} tells it. */
  @Query(
      """
      SELECT CASE WHEN k.enabled = FALSE OR a.enabled = FALSE THEN 'disabled'
        WHEN k.not_before > :now THEN 'not_yet_valid'
        WHEN k.expires_at <= :now THEN 'expired' ELSE 'active' END AS status, count(*) AS number
      FROM keystile_key k LEFT JOIN keystile_account a ON a.name = k.owner
      GROUP BY 1
      """)
  List<KeyCountRow> byStatus(long now);
}
