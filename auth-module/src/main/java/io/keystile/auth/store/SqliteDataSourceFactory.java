package io.keystile.auth.store;

import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Property;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import javax.sql.DataSource;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/**
 * The data source of our own, qualified {@link Store#NAME}. The host application's {@code default}
 * data source and its migrations are never touched.
 */
@Factory
final class SqliteDataSourceFactory {

  @Singleton
  @Named(Store.NAME)
  StoreFile file(@Property(name = "keystile.db", defaultValue = "data/keystile.db") String db) {
    return new StoreFile(Path.of(db.startsWith("jdbc:sqlite:") ? db.substring(12) : db));
  }

  @Singleton
  @Named(Store.NAME)
  DataSource dataSource(SqlitePool pool) {
    return pool.source();
  }

  static SQLiteDataSource sqlite(StoreFile file, StoreConfiguration configuration) {
    SQLiteConfig config = new SQLiteConfig();
    config.setJournalMode(SQLiteConfig.JournalMode.WAL);
    config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
    config.setBusyTimeout(Math.toIntExact(configuration.busyTimeout().toMillis()));
    config.enforceForeignKeys(true);
    // Micronaut Data marks finders read-only on an open connection; without this the driver
    // refuses.
    config.setExplicitReadOnly(true);
    SQLiteDataSource source = new SQLiteDataSource(config);
    source.setUrl("jdbc:sqlite:" + file.path());
    return source;
  }
}
