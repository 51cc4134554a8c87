package io.keystile.auth.store;

import java.sql.SQLException;

/** One read of the store. */
@FunctionalInterface
public interface StoreRead<T> {

  /** Asks and maps the answer; closes every result set it opens. */
  T from(StoreStatements statements) throws SQLException;
}
