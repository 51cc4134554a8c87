package io.keystile.auth.keys;

import io.micronaut.context.ApplicationContext;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Map;
import java.util.Random;

/** Puts rows into the table of keys by hand: what SQLite itself costs. */
final class RawKeys implements AutoCloseable {

  private static final int BATCH = 1_000;

  private final Connection connection;
  private final PreparedStatement insert;
  private final Random random = new Random(42);
  private long next;

  private RawKeys(Path file) throws SQLException {
    connection =
        DriverManager.getConnection("jdbc:sqlite:" + file + "?journal_mode=WAL&synchronous=FULL");
    insert =
        connection.prepareStatement(
            "INSERT INTO keystile_key (id, name, hint, digest, pepper_id, scopes, enabled,"
                + " imported, created_at, version) VALUES (?, ?, ?, ?, '', '', TRUE, FALSE, ?, 1)");
  }

  /** A new file with the tables in it. */
  static RawKeys create(Path file) throws SQLException {
    ApplicationContext.run(Map.of("keystile.db", file.toString())).close();
    return new RawKeys(file);
  }

  /** Each in a transaction of its own. */
  void insertSingly(int rows) throws SQLException {
    connection.setAutoCommit(true);
    for (int i = 0; i < rows; i++) {
      bind();
      insert.executeUpdate();
    }
  }

  /** In batches within one transaction. */
  void insertBatches(int rows) throws SQLException {
    connection.setAutoCommit(false);
    for (int i = 1; i <= rows; i++) {
      bind();
      insert.addBatch();
      if (i % BATCH == 0 || i == rows) {
        insert.executeBatch();
      }
    }
    connection.commit();
  }

  private void bind() throws SQLException {
    byte[] digest = new byte[32];
    random.nextBytes(digest);
    insert.setString(1, "key_%026d".formatted(next));
    insert.setString(2, "key " + next);
    insert.setString(3, "ks_…" + Integer.toHexString(0x1000 + random.nextInt(0xE000)));
    insert.setBytes(4, digest);
    insert.setLong(5, 1_700_000_000_000L + next);
    next++;
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
