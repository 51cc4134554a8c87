package io.keystile.auth.notice;

import io.keystile.auth.store.Store;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.annotation.Repository;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.Optional;

/**
 * Rows of {@code keystile_notice}, and the keys for which one is due. The latter join the tables of
 * keys and their use: asking key by key would not do for a million.
 */
@Repository(Store.NAME)
@JdbcRepository(dialect = Dialect.ANSI)
interface NoticeRepository extends GenericRepository<NoticeRow, String> {

  /** Keys that can be used, end within the bounds, and were made more than the span before. */
  @Query(
      """
      SELECT k.id, k.name, k.hint, k.owner, k.expires_at AS instant
      FROM keystile_key k LEFT JOIN keystile_account a ON a.name = k.owner
      WHERE k.enabled = TRUE AND k.expires_at > :after AND k.expires_at <= :until
        AND k.expires_at - k.created_at > :span
        AND (k.owner IS NULL OR a.enabled = TRUE)
        AND NOT EXISTS (SELECT 1 FROM keystile_notice n WHERE n.key_id = k.id
          AND n.kind = :kind AND n.occurrence = CAST(k.expires_at AS TEXT))
      ORDER BY k.expires_at LIMIT :size
      """)
  List<FoundKeyRow> findExpiring(long after, long until, long span, String kind, int size);

  /** The last id of a page of all keys, or nothing when fewer are left than it holds. */
  @Query("SELECT id FROM keystile_key WHERE id > :after ORDER BY id LIMIT 1 OFFSET :others")
  Optional<String> findPageEnd(String after, int others);

  /** Keys between two ids that can be used and were not since the instant; made before it, too. */
  @Query(
      """
      SELECT f.id, f.name, f.hint, f.owner, f.instant FROM (
        SELECT k.id, k.name, k.hint, k.owner, coalesce(
          (SELECT max(u.last_at) FROM keystile_use u WHERE u.key_id = k.id),
          k.created_at) AS instant
        FROM keystile_key k LEFT JOIN keystile_account a ON a.name = k.owner
        WHERE k.id > :after AND k.id <= :until AND k.enabled <> FALSE AND k.created_at <= :since
          AND (k.owner IS NULL OR a.enabled = TRUE)
          AND (k.not_before IS NULL OR k.not_before <= :since)
          AND (k.expires_at IS NULL OR k.expires_at > :now)
          AND NOT EXISTS (SELECT 1 FROM keystile_use u
            WHERE u.key_id = k.id AND u.last_at > :since)) f
      WHERE NOT EXISTS (SELECT 1 FROM keystile_notice n WHERE n.key_id = f.id
          AND n.kind = :kind AND n.occurrence = CAST(f.instant AS TEXT))
      ORDER BY f.id
      """)
  List<FoundKeyRow> findUnused(String after, String until, long since, long now, String kind);

  /** 1 when it was not given before, by whomever. */
  @Query(
      "INSERT INTO keystile_notice (key_id, kind, occurrence, at)"
          + " VALUES (:keyId, :kind, :occurrence, :at)"
          + " ON CONFLICT (key_id, kind, occurrence) DO NOTHING")
  int mark(String keyId, String kind, String occurrence, long at);

  /** Unused keys keep theirs: it stands until the key is used again. */
  @Query("DELETE FROM keystile_notice WHERE at < :before AND kind <> 'unused'")
  int removeOlder(long before);
}
