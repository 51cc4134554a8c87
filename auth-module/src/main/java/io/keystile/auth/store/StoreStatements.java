package io.keystile.auth.store;

import java.sql.PreparedStatement;
import java.sql.SQLException;

/** Statements that are prepared once and kept. For the thread that reads. */
@FunctionalInterface
public interface StoreStatements {

  /**
   * The statement with this text, which is a constant. It is not to be closed.
   *
   * @throws SQLException when it cannot be prepared
   */
  PreparedStatement prepared(String sql) throws SQLException;
}
