package io.keystile.app.console.people;

import io.keystile.auth.store.Store;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.annotation.Repository;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.Optional;

/** Rows of {@code keystile_console_user}. The column of names knows no case. */
@Repository(Store.NAME)
@JdbcRepository(dialect = Dialect.ANSI)
interface ConsoleUserRepository extends GenericRepository<ConsoleUserRow, String> {

  Optional<ConsoleUserRow> findByName(String name);

  @Query("SELECT * FROM keystile_console_user ORDER BY name")
  List<ConsoleUserRow> list();

  @Query("SELECT count(*) FROM keystile_console_user")
  long countAll();

  @Query("SELECT count(*) FROM keystile_console_user WHERE role = :role")
  long countIn(String role);

  ConsoleUserRow save(ConsoleUserRow row);

  @Query(
      """
      UPDATE keystile_console_user
      SET password_hash = :hash, password_changed_at = :now, epoch = epoch + 1 WHERE name = :name
      """)
  int password(String name, String hash, long now);

  @Query("UPDATE keystile_console_user SET role = :role WHERE name = :name")
  int role(String name, String role);

  @Query("UPDATE keystile_console_user SET last_sign_in_at = :now WHERE name = :name")
  int signedIn(String name, long now);

  @Query("DELETE FROM keystile_console_user WHERE name = :name")
  int remove(String name);
}
