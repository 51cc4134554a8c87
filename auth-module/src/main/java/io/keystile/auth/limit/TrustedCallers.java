package io.keystile.auth.limit;

import io.keystile.auth.address.AddressSet;
import io.keystile.auth.address.ClientIp;
import jakarta.inject.Singleton;

/** Whose failures do not count. Immutable. */
@Singleton
final class TrustedCallers {

  private final AddressSet addresses;

  TrustedCallers(BruteForceConfiguration configuration) {
    this.addresses =
        AddressSet.parse(
            "keystile.brute-force.trusted-addresses", configuration.trustedAddresses());
  }

  /** A loopback address is that of a proxy on this machine, unless the caller is really local. */
  boolean contains(ClientIp address, boolean local) {
    return (local || !address.isLoopback()) && addresses.contains(address);
  }
}
