package io.keystile.auth.store;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConnection;
import org.sqlite.SQLiteDataSource;

/** Opens the SQLite file in the one way that Keystile relies on. */
final class SqliteDataSource extends SQLiteDataSource {

  private final StoreFile file;

  SqliteDataSource(StoreFile file, StoreConfiguration configuration) {
    super(settings(configuration));
    this.file = file;
    setUrl("jdbc:sqlite:" + file.path());
  }

  @Override
  public SQLiteConnection getConnection(@Nullable String user, @Nullable String password)
      throws SQLException {
    return new SqliteConnection(getUrl(), file.path().toString(), getConfig().toProperties());
  }

  private static SQLiteConfig settings(StoreConfiguration configuration) {
    SQLiteConfig config = new SQLiteConfig();
    config.setJournalMode(SQLiteConfig.JournalMode.WAL);
    config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
    config.setBusyTimeout(Math.toIntExact(configuration.busyTimeout().toMillis()));
    config.enforceForeignKeys(true);
    // Micronaut Data marks finders read-only on an open connection; without this the driver
    // refuses. With it, a transaction that may write takes the write lock at its beginning.
    config.setExplicitReadOnly(true);
    return config;
  }
}
