package io.keystile.auth.limit;

import io.keystile.auth.address.AddressRange;
import io.keystile.auth.address.ClientIp;
import org.jspecify.annotations.Nullable;

/**
 * Those who share one count of failures: one IPv4 address (its IPv4-mapped form included), or the
 * /64 network of an IPv6 address, since whoever has one address there has them all.
 *
 * @param bits the upper half of an IPv6 address, or all ones above an IPv4 address: that would be a
 *     multicast network, which nothing comes from
 * @since 0.1
 */
public record AddressGroup(long bits) {

  /** All callers whose address could not be told. */
  public static final AddressGroup UNKNOWN = new AddressGroup(0xFFFF_FFFE_0000_0000L);

  /** All newcomers while the table of addresses is full. */
  public static final AddressGroup OVERFLOW = new AddressGroup(0xFFFF_FFFE_0000_0001L);

  private static final long IPV4 = 0xFFFF_FFFF_0000_0000L;

  /** The group of an address; null is the address that could not be told. */
  public static AddressGroup of(@Nullable ClientIp address) {
    return new AddressGroup(bitsOf(address));
  }

  /**
   * Reads what {@link #toString} writes, and any single address.
   *
   * @throws IllegalArgumentException when it is none of these; the message is fit for people
   */
  public static AddressGroup parse(String text) {
    if (text.equals(UNKNOWN.toString()) || text.equals(OVERFLOW.toString())) {
      return text.equals(UNKNOWN.toString()) ? UNKNOWN : OVERFLOW;
    }
    AddressRange range = AddressRange.parse(text);
    ClientIp address = range.network();
    if (!range.equals(AddressRange.of(address)) && (address.isIpv4() || range.prefix() != 64)) {
      throw new IllegalArgumentException(
          range + " is not one address or one /64 network, which is what blocks are for");
    }
    return of(address);
  }

  static long bitsOf(@Nullable ClientIp address) {
    if (address == null) {
      return UNKNOWN.bits;
    }
    return address.isIpv4() ? IPV4 | (address.low() & ~IPV4) : address.high();
  }

  /** Whether it stands for more than one address or network. */
  static boolean isShared(long bits) {
    return bits == UNKNOWN.bits || bits == OVERFLOW.bits;
  }

  /** The address, the network with {@code /64}, or {@code unknown} or {@code overflow}. */
  @Override
  public String toString() {
    if (isShared(bits)) {
      return bits == UNKNOWN.bits ? "unknown" : "overflow";
    }
    return (bits & IPV4) == IPV4
        ? ClientIp.ofIpv4((int) bits).toString()
        : new ClientIp(bits, 0) + "/64";
  }
}
