package io.keystile.auth.limit;

import io.keystile.auth.store.StoreStatements;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Reads what a key has used, on the way of a call that waits for it. */
final class QuotaQuery {

  private static final String OF_KEY =
      "SELECT period, window_start, window_end, used, updated_at FROM keystile_quota"
          + " WHERE key_id = ?";

  private QuotaQuery() {}

  static List<QuotaRow> ofKey(StoreStatements statements, String keyId) throws SQLException {
    PreparedStatement query = statements.prepared(OF_KEY);
    query.setString(1, keyId);
    List<QuotaRow> uses = new ArrayList<>();
    try (ResultSet row = query.executeQuery()) {
      while (row.next()) {
        uses.add(
            new QuotaRow(
                keyId,
                row.getString(1),
                row.getLong(2),
                row.getLong(3),
                row.getLong(4),
                row.getLong(5)));
      }
    }
    return uses;
  }
}
