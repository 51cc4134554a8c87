package io.keystile.auth.keys;

import io.keystile.auth.store.Store;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.annotation.Repository;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;

/** Whether anybody can get in with a key of the store. */
@Repository(Store.NAME)
@JdbcRepository(dialect = Dialect.ANSI)
interface UsableKeyRepository extends GenericRepository<KeyRow, String> {

  @Query(
      """
      SELECT EXISTS (
        SELECT 1 FROM keystile_key
        WHERE enabled = TRUE AND (expires_at IS NULL OR expires_at > :now)
          AND (owner IS NULL
               OR owner IN (SELECT name FROM keystile_account WHERE enabled = TRUE)))
      """)
  boolean isAnyUsable(long now);
}
