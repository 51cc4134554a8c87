package io.keystile.auth.store;

import io.micronaut.data.jdbc.config.DataJdbcConfiguration;
import jakarta.inject.Named;
import jakarta.inject.Singleton;

/**
 * Micronaut Data's settings for our data source. A subclass, because the framework takes a bean of
 * the class itself for one that stands under {@code datasources} in the configuration.
 */
@Singleton
@Named(Store.NAME)
final class StoreJdbcConfiguration extends DataJdbcConfiguration {

  StoreJdbcConfiguration() {
    super(Store.NAME);
  }
}
