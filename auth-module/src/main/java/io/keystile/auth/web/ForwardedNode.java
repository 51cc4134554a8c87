package io.keystile.auth.web;

import io.keystile.auth.address.ClientIp;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One node of a forwarding header (RFC 7239, section 6). */
final class ForwardedNode {

  private static final Pattern PORT = Pattern.compile(":([0-9]{1,5}|_[A-Za-z0-9._-]{1,64})");
  private static final Pattern ZONE = Pattern.compile("[A-Za-z0-9._~%-]{1,64}");

  private ForwardedNode() {}

  /**
   * The address: {@code 192.0.2.1}, {@code 2001:db8::1}, {@code [2001:db8::1]}, the first and the
   * last also with a port. A zone is left out, as with a peer.
   *
   * @return null for anything else, {@code unknown} and obfuscated names included
   */
  static @Nullable ClientIp read(String node) {
    String text = node.strip();
    if (text.startsWith("[")) {
      int end = text.indexOf(']');
      return end > 0 && isPort(text.substring(end + 1)) ? ipv6(text.substring(1, end)) : null;
    }
    int colon = text.indexOf(':');
    if (colon < 0 || colon != text.lastIndexOf(':')) {
      return colon < 0 ? ClientIp.find(text) : ipv6(text);
    }
    return isPort(text.substring(colon)) ? ClientIp.find(text.substring(0, colon)) : null;
  }

  private static boolean isPort(String text) {
    return text.isEmpty() || PORT.matcher(text).matches();
  }

  private static @Nullable ClientIp ipv6(String text) {
    int zone = text.indexOf('%');
    if (zone >= 0 && !ZONE.matcher(text.substring(zone + 1)).matches()) {
      return null;
    }
    String address = zone < 0 ? text : text.substring(0, zone);
    return address.indexOf(':') < 0 ? null : ClientIp.find(address);
  }
}
