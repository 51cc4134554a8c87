package io.keystile.auth.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import javax.sql.DataSource;

/** A connection that only reads, with its statements. For one thread. */
final class SqliteReads implements StoreStatements, AutoCloseable {

  private final Connection connection;
  private final Map<String, PreparedStatement> kept = new HashMap<>();
  private boolean inTransaction;

  private SqliteReads(Connection connection) {
    this.connection = connection;
  }

  static SqliteReads open(DataSource source) throws SQLException {
    Connection connection = source.getConnection();
    try (Statement statement = connection.createStatement()) {
      statement.execute("PRAGMA query_only = ON");
      return new SqliteReads(connection);
    } catch (SQLException | RuntimeException e) {
      connection.close();
      throw e;
    }
  }

  /** From the next read on everything comes from one snapshot, which costs less than one each. */
  void begin() throws SQLException {
    if (!inTransaction) {
      prepared("BEGIN").execute();
      inTransaction = true;
    }
  }

  /** Lets the snapshot go, so that the log of the database can be cleared. */
  void end() throws SQLException {
    if (inTransaction) {
      prepared("COMMIT").execute();
      inTransaction = false;
    }
  }

  @Override
  public PreparedStatement prepared(String sql) throws SQLException {
    PreparedStatement statement = kept.get(sql);
    if (statement == null) {
      statement = connection.prepareStatement(sql);
      kept.put(sql, statement);
    }
    return statement;
  }

  /** With the connection its statements and its transaction go. */
  @Override
  public void close() {
    try {
      connection.close();
    } catch (SQLException e) {
      // It is given up either way.
      return;
    }
  }
}
