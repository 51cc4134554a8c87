package io.keystile.auth.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Property;
import io.micronaut.data.jdbc.config.DataJdbcConfiguration;
import io.micronaut.data.model.query.builder.sql.Dialect;
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
  @Bean(typed = DataSource.class, preDestroy = "close")
  HikariDataSource dataSource(@Named(Store.NAME) StoreFile file, StoreConfiguration configuration) {
    file.prepare(configuration.create());
    HikariConfig pool = new HikariConfig();
    pool.setPoolName(Store.NAME);
    pool.setDataSource(sqlite(file, configuration));
    pool.setMaximumPoolSize(configuration.connections());
    pool.setMinimumIdle(1);
    pool.setInitializationFailTimeout(-1);
    pool.setConnectionTimeout(Math.max(1_000, configuration.busyTimeout().toMillis()));
    return migrated(file, new HikariDataSource(pool));
  }

  @Singleton
  @Named(Store.NAME)
  DataJdbcConfiguration jdbcConfiguration() {
    DataJdbcConfiguration configuration = new DataJdbcConfiguration(Store.NAME);
    configuration.setDialect(Dialect.ANSI);
    return configuration;
  }

  private static HikariDataSource migrated(StoreFile file, HikariDataSource source) {
    try {
      new SqliteSchema(file, source).migrate();
      return source;
    } catch (RuntimeException e) {
      source.close();
      throw e;
    }
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
