package io.keystile.auth.usage;

import io.keystile.auth.store.Store;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.annotation.Repository;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;

/** Where keys were used from: what stands with their use, and what stood there before. */
@Repository(Store.NAME)
@JdbcRepository(dialect = Dialect.ANSI)
interface AddressRepository extends GenericRepository<AddressRow, String> {

  @Query(
      """
      SELECT address, max(last_at) AS last_at FROM (
        SELECT address, last_at FROM keystile_address WHERE key_id = :keyId
        UNION ALL
        SELECT last_from AS address, last_at FROM keystile_use
        WHERE key_id = :keyId AND last_from IS NOT NULL) AS found
      GROUP BY address ORDER BY max(last_at) DESC, address LIMIT :size
      """)
  List<AddressRow> of(String keyId, int size);
}
