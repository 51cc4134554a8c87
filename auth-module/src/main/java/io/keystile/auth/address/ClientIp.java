package io.keystile.auth.address;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;

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
    ByteBuffer bytes = ByteBuffer.wrap(address.getAddress());
    return bytes.remaining() == 4
        ? ofIpv4(bytes.getInt())
        : new ClientIp(bytes.getLong(), bytes.getLong());
  }

  /** The IPv4 address with these 32 bits. */
  public static ClientIp ofIpv4(int bits) {
    return new ClientIp(0, MAPPED | (bits & IPV4));
  }

  /** Whether it is an IPv4 address, mapped or not. */
  public boolean isIpv4() {
    return high == 0 && (low & ~IPV4) == MAPPED;
  }

  /** Whether it is the machine itself: 127.0.0.0/8 or ::1. */
  public boolean isLoopback() {
    return isIpv4() ? (low & 0xFF00_0000L) == 0x7F00_0000L : high == 0 && low == 1;
  }

  @Override
  public int compareTo(ClientIp other) {
    int upper = Long.compareUnsigned(high, other.high);
    return upper != 0 ? upper : Long.compareUnsigned(low, other.low);
  }

  /** The usual text: dotted for IPv4, hexadecimal groups for IPv6. */
  @Override
  public String toString() {
    ByteBuffer bytes =
        isIpv4()
            ? ByteBuffer.allocate(4).putInt((int) low)
            : ByteBuffer.allocate(16).putLong(high).putLong(low);
    try {
      return InetAddress.getByAddress(bytes.array()).getHostAddress();
    } catch (UnknownHostException e) {
      throw new IllegalStateException("4 or 16 bytes are an address", e);
    }
  }
}
