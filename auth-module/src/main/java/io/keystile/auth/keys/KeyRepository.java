package io.keystile.auth.keys;

import io.keystile.auth.secret.KeyDigest;
import io.keystile.auth.store.Store;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.annotation.Repository;
import io.micronaut.data.annotation.TypeDef;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.DataType;
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

  Optional<KeyRow> findById(String id);

  @Query("SELECT * FROM keystile_key WHERE digest = :digest OR previous_digest = :digest")
  Optional<KeyRow> findBySecret(
      @TypeDef(type = DataType.BYTE_ARRAY, converter = DigestConverter.class) KeyDigest digest);

  long count();

  @Query(
      """
      SELECT * FROM keystile_key
      WHERE id > :after
        AND (:text IS NULL OR lower(name) LIKE lower(:text) ESCAPE '!'
             OR lower(description) LIKE lower(:text) ESCAPE '!' OR id = :id)
        AND (:enabled IS NULL OR enabled = :enabled)
        AND (:owner IS NULL OR owner = :owner)
      ORDER BY id LIMIT :size
      """)
  List<KeyRow> page(
      String after,
      @Nullable String text,
      @Nullable String id,
      @Nullable Boolean enabled,
      @Nullable String owner,
      int size);

  /** Writes what can be chosen. With a row as argument the count would not tell of a lost race. */
  @Query(
      """
      UPDATE keystile_key SET name = :name, description = :description, scopes = :scopes,
        not_before = :notBefore, expires_at = :expiresAt, owner = :owner, windows = :windows,
        allow_list = :allowList, deny_list = :denyList, rate_limits = :rateLimits,
        quotas = :quotas, metadata = :metadata, version = version + 1
      WHERE id = :id AND version = :version
      """)
  void change(KeyRow row);

  @Query(
      """
      UPDATE keystile_key SET digest = :digest, hint = :hint, pepper_id = :pepperId,
        generation = :generation, imported = :imported, previous_digest = :previousDigest,
        previous_hint = :previousHint, previous_ends_at = :previousEndsAt, version = version + 1
      WHERE id = :id AND version = :version
      """)
  void rotate(KeyRow row);

  @Query("UPDATE keystile_key SET enabled = :enabled, version = version + 1 WHERE id = :id")
  int setEnabled(String id, boolean enabled);

  @Query("DELETE FROM keystile_key WHERE id = :id")
  int remove(String id);

  @Query("SELECT * FROM keystile_key WHERE owner = :owner")
  List<KeyRow> findByOwner(String owner);

  @Query("UPDATE keystile_key SET owner = :to, version = version + 1 WHERE owner = :from")
  int transfer(String from, String to);

  @Query("DELETE FROM keystile_key WHERE owner = :owner")
  int removeOf(String owner);
}
