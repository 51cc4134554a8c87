package io.keystile.auth.address;

import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/** Addresses as plain numbers: the naive reference. Reads nothing by way of the code under test. */
final class Numbers {

  private Numbers() {}

  static BigInteger of(String address) {
    try {
      return new BigInteger(1, InetAddress.getByName(address).getAddress());
    } catch (UnknownHostException e) {
      throw new IllegalStateException(e);
    }
  }

  static ClientIp ip(BigInteger number, int width) {
    return width == 32
        ? ClientIp.ofIpv4(number.intValue())
        : new ClientIp(number.shiftRight(64).longValue(), number.longValue());
  }

  static String text(BigInteger number, int width) {
    return width == 32 ? dotted(number) : groups(number);
  }

  static String dotted(BigInteger number) {
    long bits = number.longValue();
    return "%d.%d.%d.%d".formatted(bits >> 24 & 255, bits >> 16 & 255, bits >> 8 & 255, bits & 255);
  }

  private static String groups(BigInteger number) {
    StringBuilder text = new StringBuilder();
    for (int shift = 112; shift >= 0; shift -= 16) {
      text.append(Integer.toHexString(number.shiftRight(shift).intValue() & 0xFFFF));
      text.append(shift == 0 ? "" : ":");
    }
    return text.toString();
  }

  /** The bounds and their neighbours, as far as there are any. */
  static List<BigInteger> around(BigInteger first, BigInteger last, int width) {
    BigInteger one = BigInteger.ONE;
    BigInteger end = one.shiftLeft(width);
    return List.of(first.subtract(one), first, first.add(last).shiftRight(1), last, last.add(one))
        .stream()
        .filter(number -> number.signum() >= 0 && number.compareTo(end) < 0)
        .toList();
  }
}
