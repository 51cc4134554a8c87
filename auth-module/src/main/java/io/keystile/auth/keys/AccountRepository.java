package io.keystile.auth.keys;

import io.keystile.auth.store.Store;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.annotation.Repository;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Rows of {@code keystile_account}. */
@Repository(Store.NAME)
@JdbcRepository(dialect = Dialect.ANSI)
interface AccountRepository extends GenericRepository<AccountRow, String> {

  AccountRow save(AccountRow row);

  Optional<AccountRow> findById(String name);

  @Query("SELECT * FROM keystile_account WHERE name > :after ORDER BY name LIMIT :size")
  List<AccountRow> page(String after, int size);

  @Query(
      """
      UPDATE keystile_account
      SET description = :description, scopes = :scopes, enabled = :enabled, version = version + 1
      WHERE name = :name
      """)
  int change(String name, @Nullable String description, String scopes, boolean enabled);

  @Query("DELETE FROM keystile_account WHERE name = :name")
  int remove(String name);
}
