package io.keystile.auth.address;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Ranges of IPv4 addresses, one {@code long} each: the first in the upper half, then the last. */
final class Ipv4Ranges {

  private static final long HALF = 0xFFFF_FFFFL;

  private final long[] ranges;

  /** The ranges lie apart and are sorted. */
  Ipv4Ranges(List<AddressRange> ranges) {
    this.ranges = ranges.stream().mapToLong(Ipv4Ranges::pack).toArray();
  }

  private static long pack(AddressRange range) {
    return range.network().low() << 32 | (range.last().low() & HALF);
  }

  boolean isEmpty() {
    return ranges.length == 0;
  }

  /** The ranges as text, up to a number of them. */
  Stream<String> texts(int max) {
    return Arrays.stream(ranges).limit(max).mapToObj(Ipv4Ranges::text);
  }

  int size() {
    return ranges.length;
  }

  private static String text(long range) {
    long last = range & HALF;
    int prefix = Long.numberOfLeadingZeros((range >>> 32) ^ last) - 32;
    String first = ClientIp.ofIpv4((int) (range >>> 32)).toString();
    return prefix == 32 ? first : first + "/" + prefix;
  }

  /** Whether the lower 32 bits are in a range. */
  boolean contains(long bits) {
    long address = bits & HALF;
    int low = 0;
    int high = ranges.length - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      if (ranges[middle] >>> 32 <= address) {
        low = middle + 1;
      } else {
        high = middle - 1;
      }
    }
    return high >= 0 && address <= (ranges[high] & HALF);
  }
}
