package io.keystile.auth.limit;

import io.keystile.auth.address.AddressSet;
import io.keystile.auth.address.ClientIp;
import io.keystile.auth.settings.Live;
import jakarta.inject.Singleton;

/** Whose failures do not count. Safe for several threads. */
@Singleton
final class TrustedCallers {

  private final Live<AddressSet> addresses;

  TrustedCallers(Live<BruteForceConfiguration> configuration) {
    this.addresses = configuration.map(BruteForceConfiguration::trusted);
  }

  /** A loopback address is that of a proxy on this machine, unless the caller is really local. */
  boolean contains(ClientIp address, boolean local) {
    return (local || !address.isLoopback()) && addresses.get().contains(address);
  }
}
