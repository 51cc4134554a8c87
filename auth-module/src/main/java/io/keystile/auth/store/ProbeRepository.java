package io.keystile.auth.store;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.annotation.Repository;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;

/** The one row of {@code keystile_probe}. */
@Repository(Store.NAME)
@JdbcRepository(dialect = Dialect.ANSI)
interface ProbeRepository extends GenericRepository<ChangeRow, Long> {

  @Query(
      "INSERT INTO keystile_probe (id, at) VALUES (1, :at)"
          + " ON CONFLICT (id) DO UPDATE SET at = excluded.at")
  int put(long at);
}
