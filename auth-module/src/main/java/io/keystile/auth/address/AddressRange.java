package io.keystile.auth.address;

import java.util.regex.Pattern;

/**
 * One address or one network in CIDR form. A range is of one family: {@code ::/0} is every IPv6
 * address and no IPv4 address, {@code 0.0.0.0/0} the other way round. A network of IPv4-mapped
 * addresses, such as {@code ::ffff:10.0.0.0/104}, is the IPv4 network {@code 10.0.0.0/8}.
 *
 * @param network the first address
 * @param prefix the length of the prefix: 0 to 32 for IPv4, 0 to 128 for IPv6
 * @since 0.1
 */
public record AddressRange(ClientIp network, int prefix) {

  private static final int MAPPED_BITS = 96;
  private static final Pattern PREFIX = Pattern.compile("0|[1-9][0-9]{0,2}");

  /**
   * Refuses what is not a network.
   *
   * @throws IllegalArgumentException when the prefix is out of range or bits are set below it
   */
  public AddressRange {
    if (prefix < 0 || prefix > width(network)) {
      throw new IllegalArgumentException("prefix must be 0 to " + width(network) + ": " + prefix);
    }
    if (!network.first(bits(network, prefix)).equals(network)) {
      throw new IllegalArgumentException("network has bits set below its prefix: " + network);
    }
  }

  /** The range of a single address. */
  public static AddressRange of(ClientIp address) {
    return new AddressRange(address, width(address));
  }

  /**
   * Reads an address, as {@link ClientIp#parse} does, or a network in CIDR form.
   *
   * @throws IllegalArgumentException when it is neither, or when bits are set below the prefix,
   *     where one cannot know which network was meant; the message is fit for people
   */
  public static AddressRange parse(String text) {
    int slash = text.indexOf('/');
    if (slash < 0) {
      return of(ClientIp.parse(text));
    }
    ClientIp address = ClientIp.parse(text.substring(0, slash));
    int width = text.lastIndexOf(':', slash) < 0 ? 32 : 128;
    int bits = 128 - width + prefix(text, slash, width);
    AddressRange range = ofBits(address.first(bits), bits);
    if (!range.network.equals(address)) {
      throw new IllegalArgumentException(
          "%s has bits set below its prefix; write %s for the network or %s for the one address"
              .formatted(AddressText.quote(text), range, address));
    }
    return range;
  }

  private static int prefix(String text, int slash, int width) {
    String digits = text.substring(slash + 1);
    int prefix = PREFIX.matcher(digits).matches() ? Integer.parseInt(digits) : Integer.MAX_VALUE;
    if (prefix > width) {
      throw new IllegalArgumentException(
          "%s needs a prefix length of 0 to %d after the slash"
              .formatted(AddressText.quote(text), width));
    }
    return prefix;
  }

  private static AddressRange ofBits(ClientIp network, int bits) {
    return new AddressRange(network, network.isIpv4() ? bits - MAPPED_BITS : bits);
  }

  private static int width(ClientIp address) {
    return address.isIpv4() ? 32 : 128;
  }

  private static int bits(ClientIp address, int prefix) {
    return address.isIpv4() ? prefix + MAPPED_BITS : prefix;
  }

  /** The last address. */
  public ClientIp last() {
    return network.last(bits(network, prefix));
  }

  /** Whether the address lies in it; the families never mix. */
  public boolean contains(ClientIp address) {
    return address.isIpv4() == network.isIpv4()
        && address.first(bits(network, prefix)).equals(network);
  }

  /** The canonical text; of a single address without the prefix. */
  @Override
  public String toString() {
    return prefix == width(network) ? network.toString() : network + "/" + prefix;
  }
}
