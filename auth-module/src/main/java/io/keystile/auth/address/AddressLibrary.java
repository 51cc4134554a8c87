package io.keystile.auth.address;

import inet.ipaddr.IPAddress;
import inet.ipaddr.IPAddressString;
import inet.ipaddr.IPAddressStringParameters;
import inet.ipaddr.ipv6.IPv6Address;
import org.jspecify.annotations.Nullable;

/**
 * The library that reads and writes addresses; no other class knows it. It takes two hundred
 * classes, so that it is better not asked when all is plain.
 */
final class AddressLibrary {

  private static final IPAddressStringParameters STRICT = strict();

  private AddressLibrary() {}

  private static IPAddressStringParameters strict() {
    IPAddressStringParameters.Builder strict =
        new IPAddressStringParameters.Builder()
            .allowEmpty(false)
            .allowAll(false)
            .allowSingleSegment(false)
            .allowPrefix(false)
            .allowMask(false)
            .allowPrefixOnly(false)
            .allowWildcardedSeparator(false)
            .allow_inet_aton(false);
    strict.getIPv4AddressParametersBuilder().allowLeadingZeros(false).allowBinary(false);
    strict
        .getIPv6AddressParametersBuilder()
        .allowZone(false)
        .allowBase85(false)
        .allowMixed(true)
        .allowUnlimitedLeadingZeros(false)
        .allowBinary(false);
    strict
        .getIPv6AddressParametersBuilder()
        .getEmbeddedIPv4AddressParametersBuilder()
        .allowLeadingZeros(false);
    return strict.toParams();
  }

  static @Nullable ClientIp find(String text) {
    @Nullable IPAddress address = new IPAddressString(text, STRICT).getAddress();
    return address == null || address.isMultiple() ? null : ClientIp.of(address.getBytes());
  }

  static String ofIpv6(ClientIp ip) {
    return new IPv6Address(ip.high(), ip.low()).toCanonicalString();
  }
}
