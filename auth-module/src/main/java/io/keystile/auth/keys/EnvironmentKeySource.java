package io.keystile.auth.keys;

import io.micronaut.core.order.Ordered;
import java.util.List;

/**
 * Brings keys from outside the database. Every bean of this type is asked once, at start, in order.
 *
 * @since 0.1
 */
public interface EnvironmentKeySource extends Ordered {

  /** The keys; never from a configuration file. */
  List<EnvironmentKey> keys();
}
