package io.keystile.auth.address;

import org.jspecify.annotations.Nullable;

/** Addresses as text. */
final class AddressText {

  private static final int MAX_LENGTH = "ffff:ffff:ffff:ffff:ffff:ffff:255.255.255.255".length();
  private static final int MAX_QUOTED = 60;

  private AddressText() {}

  /** The address, or null when the text is not one, written out in full. */
  static @Nullable ClientIp read(CharSequence text) {
    if (!mayBeAddress(text)) {
      return null;
    }
    String whole = text.toString();
    @Nullable ClientIp plain = PlainAddress.find(whole);
    return plain == null ? AddressLibrary.find(whole) : plain;
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
    return AddressLibrary.ofIpv6(ip);
  }

  /** The text for a message: short, and without what could break a line. */
  static String quote(String text) {
    String shown = text.length() > MAX_QUOTED ? text.substring(0, MAX_QUOTED) + "..." : text;
    return '"' + shown.replaceAll("[^\\x20-\\x7E]", "?") + '"';
  }
}
