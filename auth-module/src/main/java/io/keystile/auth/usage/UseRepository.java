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

  @Query("SELECT * FROM keystile_use WHERE key_id = :keyId ORDER BY generation DESC")
  List<UseRow> of(String keyId);

  @Query("SELECT * FROM keystile_use WHERE key_id IN (:keyIds)")
  List<UseRow> ofAll(List<String> keyIds);
}
