package io.keystile.auth.usage;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;

/**
 * A row of {@code keystile_usage}, or, on its way there, what is to be added to one. The table's
 * key is the id together with hour, generation and reason.
 */
@MappedEntity("keystile_usage")
record UsageRow(@Id String keyId, long hour, int generation, String reason, long requests) {

  /** In the place of a key id: all calls together. */
  static final String ALL = "*";

  /** In the place of a key id: calls whose key is not known. */
  static final String UNKNOWN = "?";

  /** In the place of a reason. */
  static final String ACCEPTED = "";

  boolean accepted() {
    return reason.equals(ACCEPTED);
  }

  boolean ofKey() {
    return !keyId.equals(ALL) && !keyId.equals(UNKNOWN);
  }

  /** Where the calls of all keys are summed up, without a count. */
  UsageRow ofAllKeys() {
    return new UsageRow(ALL, hour, 0, reason, 0);
  }

  UsageRow withRequests(long count) {
    return new UsageRow(keyId, hour, generation, reason, count);
  }
}
