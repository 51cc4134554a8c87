package io.keystile.auth.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import javax.sql.DataSource;

/** The open connections to a store that is ready: prepared, checked and migrated. */
@Singleton
final class SqlitePool {

  private final HikariDataSource source;

  SqlitePool(@Named(Store.NAME) StoreFile file, StoreConfiguration configuration) {
    file.prepare(configuration.create());
    HikariConfig pool = new HikariConfig();
    pool.setPoolName(Store.NAME);
    pool.setDataSource(SqliteDataSourceFactory.sqlite(file, configuration));
    pool.setMaximumPoolSize(configuration.connections());
    pool.setMinimumIdle(1);
    pool.setInitializationFailTimeout(-1);
    pool.setConnectionTimeout(Math.max(1_000, configuration.busyTimeout().toMillis()));
    this.source = new HikariDataSource(pool);
    migrate(file);
  }

  DataSource source() {
    return source;
  }

  @PreDestroy
  void close() {
    source.close();
  }

  private void migrate(StoreFile file) {
    try {
      new SqliteSchema(file, source).migrate();
    } catch (RuntimeException e) {
      source.close();
      throw e;
    }
  }
}
