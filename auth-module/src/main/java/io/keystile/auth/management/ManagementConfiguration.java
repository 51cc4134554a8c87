package io.keystile.auth.management;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.util.List;

/**
 * The management API.
 *
 * @param enabled whether there is one; default false
 * @param path where it is, from the first slash on; default /admin
 * @param hosts names, without a port, by which browsers may reach it besides loopback names and
 *     {@code micronaut.server.host}; default none
 * @since 0.1
 */
@ConfigurationProperties("keystile.management")
public record ManagementConfiguration(
    @Bindable(defaultValue = "false") boolean enabled,
    @Bindable(defaultValue = "/admin") String path,
    @Bindable(defaultValue = "") List<String> hosts) {

  /**
   * Refuses a path that cannot stand before the routes.
   *
   * @throws IllegalArgumentException when a value is out of range
   */
  public ManagementConfiguration {
    if (!path.matches("(/[A-Za-z0-9._-]{1,50}){1,5}")) {
      throw new IllegalArgumentException(
          "keystile.management.path must be one to five parts, each of a slash and letters, digits,"
              + " '.', '_' or '-', as in /admin");
    }
    hosts = List.copyOf(hosts);
  }
}
