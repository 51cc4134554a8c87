package io.keystile.auth.settings;

import io.keystile.auth.store.Store;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.annotation.Repository;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;

/** Rows of {@code keystile_setting}. */
@Repository(Store.NAME)
@JdbcRepository(dialect = Dialect.ANSI)
interface SettingRepository extends GenericRepository<SettingRow, String> {

  List<SettingRow> findAll();

  @Query(
      """
      INSERT INTO keystile_setting (name, value, changed_at) VALUES (:name, :value, :changedAt)
      ON CONFLICT (name) DO UPDATE SET value = :value, changed_at = :changedAt
      """)
  int put(String name, String value, long changedAt);

  @Query("DELETE FROM keystile_setting WHERE name = :name")
  int remove(String name);
}
