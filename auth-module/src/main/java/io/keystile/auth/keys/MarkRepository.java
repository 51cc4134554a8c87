package io.keystile.auth.keys;

import io.keystile.auth.store.Store;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.annotation.Repository;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;

/** What the store remembers of the prefixes and peppers that its keys were made with. */
@Repository(Store.NAME)
@JdbcRepository(dialect = Dialect.ANSI)
interface MarkRepository extends GenericRepository<PrefixRow, String> {

  List<PrefixRow> findAll();

  @Query(
      "INSERT INTO keystile_prefix (prefix, foreign_keys) VALUES (:prefix, :foreignKeys)"
          + " ON CONFLICT DO NOTHING")
  int addPrefix(String prefix, boolean foreignKeys);

  @Query("UPDATE keystile_prefix SET foreign_keys = TRUE WHERE prefix = :prefix")
  int markForeignKeys(String prefix);

  @Query("INSERT INTO keystile_pepper (pepper_id) VALUES (:id) ON CONFLICT DO NOTHING")
  int addPepper(String id);

  @Query("SELECT pepper_id FROM keystile_pepper")
  List<String> pepperIds();

  @Query("SELECT EXISTS (SELECT 1 FROM keystile_key WHERE pepper_id = :id)")
  boolean isPepperNeeded(String id);
}
