package io.keystile.auth.address;

import java.net.InetAddress;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * An IP address as 128 bits. An IPv4 address and its IPv4-mapped IPv6 form are one and the same
 * value. Ordered as an unsigned number.
 *
 * @param high the upper 64 bits
 * @param low the lower 64 bits
 * @since 0.1
 */
public record ClientIp(long high, long low) implements Comparable<ClientIp> {

  private static final long MAPPED = 0xFFFF_0000_0000L;
  private static final long IPV4 = 0xFFFF_FFFFL;

  /** The address of a socket. Scope ids of IPv6 are left out. */
  public static ClientIp of(InetAddress address) {
    return of(address.getAddress());
  }

  static ClientIp of(byte[] address) {
    ByteBuffer bytes = ByteBuffer.wrap(address);
    return bytes.remaining() == 4
        ? ofIpv4(bytes.getInt())
        : new ClientIp(bytes.getLong(), bytes.getLong());
  }

  /** The IPv4 address with these 32 bits. */
  public static ClientIp ofIpv4(int bits) {
    return new ClientIp(0, MAPPED | (bits & IPV4));
  }

  /**
   * Reads an address that is written out in full: {@code 192.0.2.1}, {@code 2001:db8::1}. What
   * programs read in different ways is refused: leading zeros, octal, hexadecimal and short forms
   * of IPv4; so are wildcards, ports, brackets, zones and blanks.
   *
   * @throws IllegalArgumentException when the text is not an address; the message is fit for people
   */
  public static ClientIp parse(String text) {
    ClientIp ip = find(text);
    if (ip == null) {
      throw new IllegalArgumentException(
          AddressText.quote(text)
              + " is not an IP address; write it like 192.0.2.1 or 2001:db8::1,"
              + " without leading zeros, port, brackets, zone or wildcard");
    }
    return ip;
  }

  /** Like {@link #parse}, for text that may well be something else: then null. */
  public static @Nullable ClientIp find(String text) {
    return AddressText.read(text);
  }

  /** Whether it is an IPv4 address, mapped or not. */
  public boolean isIpv4() {
    return high == 0 && (low & ~IPV4) == MAPPED;
  }

  /** Whether it is the machine itself: 127.0.0.0/8 or ::1. */
  public boolean isLoopback() {
    return isIpv4() ? (low & 0xFF00_0000L) == 0x7F00_0000L : high == 0 && low == 1;
  }

  /** The address with only its first bits, of 128, kept. */
  ClientIp first(int bits) {
    return new ClientIp(high & ~hostsHigh(bits), low & ~hostsLow(bits));
  }

  /** The address with all but its first bits, of 128, set. */
  ClientIp last(int bits) {
    return new ClientIp(high | hostsHigh(bits), low | hostsLow(bits));
  }

  // A shift by 64 would be a shift by none.
  private static long hostsHigh(int bits) {
    return bits >= 64 ? 0 : -1L >>> bits;
  }

  private static long hostsLow(int bits) {
    return bits <= 64 ? -1L : bits == 128 ? 0 : -1L >>> (bits - 64);
  }

  @Override
  public int compareTo(ClientIp other) {
    int upper = Long.compareUnsigned(high, other.high);
    return upper != 0 ? upper : Long.compareUnsigned(low, other.low);
  }

  // The ones that a record brings are put together at run time, and not always inlined.
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof ClientIp ip && high == ip.high && low == ip.low;
  }

  @Override
  public int hashCode() {
    return 31 * Long.hashCode(high) + Long.hashCode(low);
  }

  /** The usual text: dotted for IPv4, the shortest form of RFC 5952 for IPv6. */
  @Override
  public String toString() {
    if (!isIpv4()) {
      return AddressText.ofIpv6(this);
    }
    return (low >>> 24 & 255)
        + "."
        + (low >>> 16 & 255)
        + "."
        + (low >>> 8 & 255)
        + "."
        + (low & 255);
  }
}
