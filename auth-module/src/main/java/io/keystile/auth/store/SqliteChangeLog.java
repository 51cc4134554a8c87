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
    // SQLite's own counter: it goes on when rows are deleted.
    this.newest =
        connection.prepareStatement(
            "SELECT seq FROM sqlite_sequence WHERE name = 'keystile_change'");
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
    long counted = number(newest);
    long before = seenChange;
    since.setLong(1, before);
    try (ResultSet rows = since.executeQuery()) {
      while (rows.next()) {
        seenChange = rows.getLong(1);
        digests.add(KeyDigest.of(rows.getBytes(2)));
      }
    }
    if (counted < before || counted > seenChange || seenChange - before != digests.size()) {
      seenChange = counted;
      throw new Gap();
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

  /** Rows of the log are missing, or it went back: pruned, cut, or restored from a backup. */
  static final class Gap extends Exception {

    private static final long serialVersionUID = 1L;
  }
}
