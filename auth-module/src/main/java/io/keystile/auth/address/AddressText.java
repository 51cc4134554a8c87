package io.keystile.auth.address;

import inet.ipaddr.IPAddress;
import inet.ipaddr.IPAddressString;
import inet.ipaddr.IPAddressStringParameters;
import inet.ipaddr.ipv6.IPv6Address;
import org.jspecify.annotations.Nullable;

/** Addresses as text, read and written by the library; no other class knows it. */
final class AddressText {

  private static final int MAX_LENGTH = "ffff:ffff:ffff:ffff:ffff:ffff:255.255.255.255".length();
  private static final int MAX_QUOTED = 60;
  private static final IPAddressStringParameters STRICT = strict();

  private AddressText() {}

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

  /** The address, or null when the text is not one, written out in full. */
  static @Nullable ClientIp read(CharSequence text) {
    if (!mayBeAddress(text)) {
      return null;
    }
    @Nullable IPAddress address = new IPAddressString(text.toString(), STRICT).getAddress();
    return address == null || address.isMultiple() ? null : ClientIp.of(address.getBytes());
  }

  // Leaves wildcards, ranges, zones, ports, octal and the like outside, whatever the library makes
  // of them.
  private static boolean mayBeAddress(CharSequence text) {
    if (text.length() > MAX_LENGTH) {
      return false;
    }
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c != '.' && c != ':' && (c > 'f' || Character.digit(c, 16) < 0)) {
        return false;
      }
    }
    return true;
  }

  /** The shortest common form of an IPv6 address (RFC 5952). */
  static String ofIpv6(ClientIp ip) {
    return new IPv6Address(ip.high(), ip.low()).toCanonicalString();
  }

  /** The text for a message: short, and without what could break a line. */
  static String quote(String text) {
    String shown = text.length() > MAX_QUOTED ? text.substring(0, MAX_QUOTED) + "..." : text;
    return '"' + shown.replaceAll("[^\\x20-\\x7E]", "?") + '"';
  }
}
