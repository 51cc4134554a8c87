package io.keystile.auth.keys;

import io.keystile.auth.secret.KeyDigest;
import io.keystile.auth.store.Store;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.BitSet;
import java.util.List;

/**
 * Adds rows of keys, within a transaction of the caller, which holds the store's write lock. Each
 * list is one statement that is prepared once: a repository would prepare and bind every row anew.
 */
@Singleton
final class ImportStatements {

  /** What an import can choose; the rest is as in every new row. */
  private static final String ADD =
      """
      INSERT INTO keystile_key (id, name, hint, digest, pepper_id, scopes, created_at, expires_at,
        enabled, imported, version, generation)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, TRUE, TRUE, 1, 1)
      ON CONFLICT (digest) DO NOTHING
      """;

  private static final String IS_THERE =
      "SELECT 1 FROM keystile_key WHERE digest = ? OR previous_digest = ?";

  private final JdbcOperations jdbc;

  ImportStatements(@Named(Store.NAME) JdbcOperations jdbc) {
    this.jdbc = jdbc;
  }

  /** Adds those whose digest no row has yet; the places of those that were added. */
  BitSet add(List<KeyRow> rows) {
    if (rows.isEmpty()) {
      return new BitSet();
    }
    return jdbc.prepareStatement(
        ADD,
        statement -> {
          for (KeyRow row : rows) {
            bind(statement, row);
            statement.addBatch();
          }
          return positive(statement.executeBatch());
        });
  }

  /** The places of those lists of which a key has or had one digest. */
  BitSet find(List<List<KeyDigest>> digests) {
    if (digests.stream().allMatch(List::isEmpty)) {
      return new BitSet();
    }
    return jdbc.prepareStatement(
        IS_THERE,
        statement -> {
          BitSet found = new BitSet();
          for (int i = 0; i < digests.size(); i++) {
            found.set(i, isThere(statement, digests.get(i)));
          }
          return found;
        });
  }

  private static boolean isThere(PreparedStatement statement, List<KeyDigest> digests)
      throws SQLException {
    for (KeyDigest digest : digests) {
      byte[] bytes = digest.bytes();
      statement.setBytes(1, bytes);
      statement.setBytes(2, bytes);
      try (ResultSet rows = statement.executeQuery()) {
        if (rows.next()) {
          return true;
        }
      }
    }
    return false;
  }

  private static void bind(PreparedStatement statement, KeyRow row) throws SQLException {
    statement.setString(1, row.id());
    statement.setString(2, row.name());
    statement.setString(3, row.hint());
    statement.setBytes(4, row.digest().bytes());
    statement.setString(5, row.pepperId());
    statement.setString(6, row.scopes());
    statement.setLong(7, row.createdAt());
    Long expiresAt = row.expiresAt();
    if (expiresAt == null) {
      statement.setNull(8, Types.BIGINT);
    } else {
      statement.setLong(8, expiresAt);
    }
  }

  private static BitSet positive(int[] counts) {
    BitSet places = new BitSet();
    for (int i = 0; i < counts.length; i++) {
      places.set(i, counts[i] > 0);
    }
    return places;
  }
}
