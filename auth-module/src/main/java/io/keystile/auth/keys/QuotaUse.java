package io.keystile.auth.keys;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;

/** What a list needs of a row of {@code keystile_quota}. */
@MappedEntity("keystile_quota")
record QuotaUse(@Id String keyId, String period, long windowEnd, long used) {

  boolean usesUp(Quota quota) {
    return period.equals(quota.period().text()) && used >= quota.amount();
  }
}
