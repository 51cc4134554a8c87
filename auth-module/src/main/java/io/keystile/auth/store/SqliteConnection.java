package io.keystile.auth.store;

import java.sql.SQLException;
import java.util.Properties;
import org.sqlite.jdbc4.JDBC4Connection;

/**
 * A connection on which every transaction begins afresh. The driver also remembers statements that
 * ran outside any transaction, such as the pool's check of an idle connection, and would then
 * refuse the next transaction its mode: each first write after half a second of rest.
 */
final class SqliteConnection extends JDBC4Connection {

  SqliteConnection(String url, String file, Properties settings) throws SQLException {
    super(url, file, settings);
  }

  @Override
  public boolean isFirstStatementExecuted() {
    return super.isFirstStatementExecuted() && !getConnectionConfig().isAutoCommit();
  }

  @Override
  public void setAutoCommit(boolean autoCommit) throws SQLException {
    super.setAutoCommit(autoCommit);
    setFirstStatementExecuted(false);
  }
}
