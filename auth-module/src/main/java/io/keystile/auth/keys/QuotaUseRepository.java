package io.keystile.auth.keys;

import io.keystile.auth.store.Store;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.annotation.Repository;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;

/** Reads from {@code keystile_quota}, which the package of the limits writes. */
@Repository(Store.NAME)
@JdbcRepository(dialect = Dialect.ANSI)
interface QuotaUseRepository extends GenericRepository<QuotaUse, String> {

  @Query(
      """
      SELECT key_id, period, window_end, used FROM keystile_quota
      WHERE key_id IN (:keyIds) AND window_end > :now
      """)
  List<QuotaUse> inForce(List<String> keyIds, long now);
}
