package io.keystile.auth.keys;

import io.keystile.auth.ApiKey;
import io.keystile.auth.ApiKeyId;
import io.keystile.auth.secret.KeyDigest;
import io.keystile.auth.store.StoreStatements;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;

/**
 * Finds a key together with its owner, in one statement, and maps it without a row in between. Says
 * the same as {@link KeyMapper#toStored}.
 */
@Singleton
final class StoredKeyQuery {

  /** The rules come last and are looked at only when the key has any. */
  private static final String COLUMNS =
      """
       k.enabled, coalesce(a.enabled, TRUE), a.scopes, k.id, k.name, k.owner, k.scopes,
        coalesce(k.not_before, -9223372036854775808), coalesce(k.expires_at, 9223372036854775807),
        coalesce(k.windows, k.allow_list, k.deny_list, k.rate_limits, k.quotas, k.metadata)
          IS NOT NULL,
        k.windows, k.allow_list, k.deny_list, k.rate_limits, k.quotas, k.metadata
      FROM keystile_key k LEFT JOIN keystile_account a ON a.name = k.owner
      """;

  /** The second half is run only when the first finds nothing. */
  private static final String BY_SECRET =
      "SELECT k.hint, k.generation, 9223372036854775807,"
          + COLUMNS
          + "WHERE k.digest = ? UNION ALL SELECT coalesce(k.previous_hint, ''), k.generation - 1,"
          + " coalesce(k.previous_ends_at, 9223372036854775807),"
          + COLUMNS
          + "WHERE k.previous_digest = ? LIMIT 1";

  private final KeyJson json;
  private final SharedValues shared;

  StoredKeyQuery(KeyJson json, SharedValues shared) {
    this.json = json;
    this.shared = shared;
  }

  /** The key that the secret with this digest opens, or nothing. */
  Optional<StoredKey> find(StoreStatements statements, KeyDigest digest) throws SQLException {
    PreparedStatement query = statements.prepared(BY_SECRET);
    byte[] bytes = digest.bytes();
    query.setBytes(1, bytes);
    query.setBytes(2, bytes);
    try (ResultSet row = query.executeQuery()) {
      return row.next() ? Optional.of(stored(row)) : Optional.empty();
    }
  }

  private StoredKey stored(ResultSet row) throws SQLException {
    boolean ruled = row.getBoolean(13);
    return StoredKey.of(
        key(row, ruled),
        row.getInt(2),
        standing(row),
        Math.min(row.getLong(12), row.getLong(3)),
        ruled ? rules(row) : StoredKey.Rules.NONE);
  }

  private ApiKey key(ResultSet row, boolean ruled) throws SQLException {
    return new ApiKey(
        new ApiKeyId(row.getString(7)),
        row.getString(8),
        row.getString(1),
        shared.owner(row.getString(9)),
        shared.scopes(row.getString(10), row.getString(6)),
        ruled ? json.texts(row.getString(19)) : Map.of());
  }

  private static StoredKey.Standing standing(ResultSet row) throws SQLException {
    return new StoredKey.Standing(
        row.getBoolean(4), row.getBoolean(5), row.getLong(11), row.getLong(3));
  }

  private StoredKey.Rules rules(ResultSet row) throws SQLException {
    return shared.rules(
        row.getString(14),
        row.getString(15),
        row.getString(16),
        row.getString(17),
        row.getString(18));
  }
}
