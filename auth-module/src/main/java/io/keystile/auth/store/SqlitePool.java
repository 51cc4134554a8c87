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
    SqliteDataSource sqlite = new SqliteDataSource(file, configuration);
    file.prepare(configuration.create());
    new SqliteSchema(file, sqlite).migrate();
    HikariConfig pool = new HikariConfig();
    pool.setPoolName(Store.NAME);
    pool.setDataSource(sqlite);
    pool.setMaximumPoolSize(configuration.connections());
    pool.setMinimumIdle(1);
    pool.setConnectionTimeout(Math.max(1_000, configuration.busyTimeout().toMillis()));
    this.source = new HikariDataSource(pool);
  }

  DataSource source() {
    return source;
  }

  @PreDestroy
  void close() {
    source.close();
  }
}
