package io.keystile.auth.metrics;

import java.util.Map;

/**
 * What a look at the health of the key store found.
 *
 * @param up whether everything is as it has to be
 * @param details one entry for each thing looked at, fit for an operator
 */
record HealthFindings(boolean up, Map<String, String> details) {

  HealthFindings {
    details = Map.copyOf(details);
  }
}
