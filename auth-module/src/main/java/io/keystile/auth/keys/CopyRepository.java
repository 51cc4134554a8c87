package io.keystile.auth.keys;

import io.keystile.auth.store.Store;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.annotation.Repository;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.Optional;

/** Rows of {@code keystile_key_copy}. One goes with its key. */
@Repository(Store.NAME)
@JdbcRepository(dialect = Dialect.ANSI)
interface CopyRepository extends GenericRepository<CopyRow, String> {

  Optional<CopyRow> findById(String keyId);

  @Query(
      """
      INSERT INTO keystile_key_copy (key_id, master_id, sealed)
      VALUES (:keyId, :masterId, :sealed)
      ON CONFLICT (key_id) DO UPDATE
      SET master_id = excluded.master_id, sealed = excluded.sealed
      """)
  int put(String keyId, String masterId, String sealed);

  @Query("DELETE FROM keystile_key_copy WHERE key_id = :keyId")
  int remove(String keyId);
}
