package io.keystile.auth.store;

import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Property;
import io.micronaut.core.annotation.Order;
import io.micronaut.core.order.Ordered;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import javax.sql.DataSource;

/**
 * The data source of our own, qualified {@link Store#NAME}. The host application's {@code default}
 * data source and its migrations are never touched.
 */
@Factory
final class SqliteDataSourceFactory {

  @Singleton
  @Named(Store.NAME)
  StoreFile file(@Property(name = "keystile.db", defaultValue = "data/keystile.db") String db) {
    return new StoreFile(StoreLocation.parse(db));
  }

  /** Behind every other: injected by name only, even where the host's has another than default. */
  @Singleton
  @Order(Ordered.LOWEST_PRECEDENCE)
  @Named(Store.NAME)
  DataSource dataSource(SqlitePool pool) {
    return pool.source();
  }
}
