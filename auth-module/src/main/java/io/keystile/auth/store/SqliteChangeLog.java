package io.keystile.auth.store;

import io.keystile.auth.secret.KeyDigest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** Reads the log of changes on a connection of its own. For one thread. */
final class SqliteChangeLog implements AutoCloseable {

  private final Connection connection;
  private final PreparedStatement version;
  private final PreparedStatement newest;
  private final PreparedStatement since;
  private long seenVersion = -1;
  private long seenChange;

  SqliteChangeLog(DataSource source) throws SQLException {
    this.connection = source.getConnection();
    this.version = connection.prepareStatement("PRAGMA data_version");
    this.newest = connection.prepareStatement("SELECT coalesce(max(seq), 0) FROM keystile_change");
    this.since =
        connection.prepareStatement(
            "SELECT seq, digest FROM keystile_change WHERE seq > ? ORDER BY seq");
    this.seenChange = number(newest);
  }

  /**
   * What changed since the last call.
   *
   * @throws Gap when rows in between are gone
   */
  List<KeyDigest> readNew() throws SQLException, Gap {
    long now = number(version);
    if (now == seenVersion) {
      return List.of();
    }
    List<KeyDigest> digests = readSince();
    seenVersion = now;
    return digests;
  }

  private List<KeyDigest> readSince() throws SQLException, Gap {
    List<KeyDigest> digests = new ArrayList<>();
    long expected = seenChange + 1;
    since.setLong(1, seenChange);
    try (ResultSet rows = since.executeQuery()) {
      while (rows.next()) {
        long seq = rows.getLong(1);
        seenChange = seq;
        if (seq != expected) {
          seenChange = number(newest);
          throw new Gap();
        }
        expected++;
        digests.add(KeyDigest.of(rows.getBytes(2)));
      }
    }
    return digests;
  }

  @Override
  public void close() {
    try (connection) {
      since.close();
      newest.close();
      version.close();
    } catch (SQLException e) {
      // The connection is given up either way.
      return;
    }
  }

  private static long number(PreparedStatement query) throws SQLException {
    try (ResultSet rows = query.executeQuery()) {
      return rows.next() ? rows.getLong(1) : 0;
    }
  }

  /** Rows of the log are missing: too old, or cut. */
  static final class Gap extends Exception {

    private static final long serialVersionUID = 1L;
  }
}
