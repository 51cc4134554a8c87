package io.keystile.auth.address;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Ranges of IPv6 addresses, four {@code long}s each: the first address, then the last. */
final class Ipv6Ranges {

  private static final int STRIDE = 4;

  private final long[] ranges;

  /** The ranges lie apart and are sorted. */
  Ipv6Ranges(List<AddressRange> ranges) {
    this.ranges = new long[ranges.size() * STRIDE];
    int at = 0;
    for (AddressRange range : ranges) {
      ClientIp last = range.last();
      this.ranges[at++] = range.network().high();
      this.ranges[at++] = range.network().low();
      this.ranges[at++] = last.high();
      this.ranges[at++] = last.low();
    }
  }

  boolean isEmpty() {
    return ranges.length == 0;
  }

  /** The ranges as text, up to a number of them. */
  Stream<String> texts(int max) {
    return IntStream.range(0, size()).limit(max).mapToObj(i -> text(i * STRIDE));
  }

  int size() {
    return ranges.length / STRIDE;
  }

  private String text(int at) {
    long high = ranges[at] ^ ranges[at + 2];
    long low = ranges[at + 1] ^ ranges[at + 3];
    int prefix = high == 0 ? 64 + Long.numberOfLeadingZeros(low) : Long.numberOfLeadingZeros(high);
    String first = new ClientIp(ranges[at], ranges[at + 1]).toString();
    return prefix == 128 ? first : first + "/" + prefix;
  }

  boolean contains(ClientIp address) {
    int low = 0;
    int high = ranges.length / STRIDE - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      if (compare(middle * STRIDE, address) <= 0) {
        low = middle + 1;
      } else {
        high = middle - 1;
      }
    }
    return high >= 0 && compare(high * STRIDE + 2, address) >= 0;
  }

  private int compare(int at, ClientIp address) {
    int upper = Long.compareUnsigned(ranges[at], address.high());
    return upper != 0 ? upper : Long.compareUnsigned(ranges[at + 1], address.low());
  }
}
