package io.keystile.auth.keys;

import io.keystile.auth.secret.KeyDigest;
import io.keystile.auth.store.Store;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.annotation.Repository;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Rows of {@code keystile_key}. */
@Repository(Store.NAME)
@JdbcRepository(dialect = Dialect.ANSI)
interface KeyRepository extends GenericRepository<KeyRow, String> {

  KeyRow save(KeyRow row);

  /** Whether it was new is told by its id: the framework answers with entities, not with rows. */
  @Query(
      """
      INSERT INTO keystile_key (id, name, description, hint, digest, pepper_id, scopes, enabled,
        imported, created_at, not_before, expires_at, version)
      VALUES (:id, :name, :description, :hint, :digest, :pepperId, :scopes, :enabled,
        :imported, :createdAt, :notBefore, :expiresAt, :version)
      ON CONFLICT (digest) DO NOTHING
      """)
  void saveIfNew(KeyRow row);

  boolean existsById(String id);

  Optional<KeyRow> findById(String id);

  Optional<KeyRow> findByDigest(KeyDigest digest);

  long count();

  @Query(
      """
      SELECT * FROM keystile_key
      WHERE id > :after
        AND (:text IS NULL OR lower(name) LIKE lower(:text) ESCAPE '!'
             OR lower(description) LIKE lower(:text) ESCAPE '!' OR id = :id)
        AND (:enabled IS NULL OR enabled = :enabled)
      ORDER BY id LIMIT :size
      """)
  List<KeyRow> page(
      String after,
      @Nullable String text,
      @Nullable String id,
      @Nullable Boolean enabled,
      int size);

  @Query("UPDATE keystile_key SET enabled = :enabled, version = version + 1 WHERE id = :id")
  int setEnabled(String id, boolean enabled);

  @Query("DELETE FROM keystile_key WHERE id = :id")
  int remove(String id);
}
