package io.keystile.auth.keys;

import io.keystile.auth.store.Store;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.annotation.Repository;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.Optional;

/** Rows of {@code keystile_key}. */
@Repository(Store.NAME)
@JdbcRepository(dialect = Dialect.ANSI)
interface KeyRepository extends GenericRepository<KeyRow, String> {

  KeyRow save(KeyRow row);

  Optional<KeyRow> findById(String id);

  /** Whether the secret of any key was replaced. */
  @Query("SELECT EXISTS (SELECT 1 FROM keystile_key WHERE previous_digest IS NOT NULL)")
  boolean isAnyReplaced();

  long count();

  @Query("SELECT * FROM keystile_key WHERE id IN (:ids)")
  List<KeyRow> findByIds(List<String> ids);

  @Query("SELECT count(*) FROM (SELECT 1 FROM keystile_key WHERE owner = :owner LIMIT :most) k")
  int countOf(String owner, int most);

  /** Whether a key but this one has one of two grants; who owns it has to have one as well. */
  @Query(
      """
      SELECT EXISTS (SELECT 1 FROM keystile_key k LEFT JOIN keystile_account a ON a.name = k.owner
        WHERE instr(k.scopes, 'keystile') > 0
          AND (instr(' ' || k.scopes || ' ', :admin) > 0
            OR instr(' ' || k.scopes || ' ', :wildcard) > 0)
          AND k.enabled = TRUE AND k.id <> :except
          AND (k.not_before IS NULL OR k.not_before <= :now)
          AND (k.expires_at IS NULL OR k.expires_at > :now)
          AND (k.owner IS NULL OR a.enabled = TRUE
            AND (instr(' ' || a.scopes || ' ', :admin) > 0
              OR instr(' ' || a.scopes || ' ', :wildcard) > 0)))
      """)
  boolean isUsable(String admin, String wildcard, String except, long now);

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
