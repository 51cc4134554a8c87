package io.keystile.auth.store;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.annotation.Repository;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;

/** The log of changes that other processes follow; {@link ChangeLog} adds to it. */
@Repository(Store.NAME)
@JdbcRepository(dialect = Dialect.ANSI)
interface ChangeRepository extends GenericRepository<ChangeRow, Long> {

  @Query(
      "DELETE FROM keystile_change WHERE at < :before"
          + " AND seq < (SELECT max(seq) FROM keystile_change)")
  int removeOlder(long before);
}
