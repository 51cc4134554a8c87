package io.keystile.auth.usage;

import java.time.Instant;

/**
 * An address that a key was used from.
 *
 * @param address the caller's address
 * @param lastAt when it was used from there last, as far as use was written down
 * @since 0.1
 */
public record AddressUse(String address, Instant lastAt) {

  static AddressUse of(AddressRow row) {
    return new AddressUse(row.address(), Instant.ofEpochMilli(row.lastAt()));
  }
}
