package io.keystile.auth.usage;

import io.keystile.auth.store.Store;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.annotation.Repository;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;

/** Rows of {@code keystile_use}. */
@Repository(Store.NAME)
@JdbcRepository(dialect = Dialect.ANSI)
interface UseRepository extends GenericRepository<UseRow, String> {

  /** Adds to what is there; a key that is gone meanwhile is passed over. */
  @Query(
      """
      INSERT INTO keystile_use (key_id, generation, requests, last_at, last_from)
      SELECT id, :generation, :requests, :lastAt, :lastFrom FROM keystile_key WHERE id = :keyId
      ON CONFLICT (key_id, generation) DO UPDATE SET
        requests = keystile_use.requests + excluded.requests,
        last_from = CASE WHEN excluded.last_at >= keystile_use.last_at
          THEN excluded.last_from ELSE keystile_use.last_from END,
        last_at = max(keystile_use.last_at, excluded.last_at)
      """)
  int add(UseRow row);

  @Query("SELECT * FROM keystile_use WHERE key_id = :keyId ORDER BY generation DESC")
  List<UseRow> of(String keyId);

  @Query("SELECT * FROM keystile_use WHERE key_id IN (:keyIds)")
  List<UseRow> ofAll(List<String> keyIds);
}
