package io.keystile.auth.address;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Random sets, looked up by the code and by plain arithmetic on whole numbers. */
class AddressSetPropertyTest {

  private static final int SETS = 1_000;
  private static final int MAX_RANGES = 40;

  private final long seed = Long.getLong("keystile.test.seed", System.nanoTime());
  private final Random random = new Random(seed);

  private record Reference(BigInteger first, BigInteger last, int width) {

    boolean contains(BigInteger address, int addressWidth) {
      return width == addressWidth && address.compareTo(first) >= 0 && address.compareTo(last) <= 0;
    }
  }

  @Test
  void agreesWithPlainArithmetic() {
    System.out.println("AddressSetPropertyTest -Dkeystile.test.seed=" + seed);
    for (int i = 0; i < SETS; i++) {
      checkOneSet();
    }
  }

  private void checkOneSet() {
    List<Reference> references = new ArrayList<>();
    List<AddressRange> ranges = new ArrayList<>();
    for (int count = random.nextInt(MAX_RANGES); count >= 0; count--) {
      int width = random.nextBoolean() ? 32 : 128;
      // Half of them long, so that they do not all swallow each other.
      int prefix = random.nextBoolean() ? random.nextInt(width + 1) : width - random.nextInt(12);
      BigInteger size = BigInteger.ONE.shiftLeft(width - prefix);
      BigInteger first = number(width).divide(size).multiply(size);
      references.add(reference(first, size, width));
      ranges.add(AddressRange.parse(text(first, width, prefix)));
    }
    AddressSet set = AddressSet.of(ranges);
    for (Reference reference : references) {
      Numbers.around(reference.first, reference.last, reference.width)
          .forEach(near -> check(set, references, near, reference.width));
      check(set, references, number(32), 32);
      check(set, references, number(128), 128);
    }
  }

  private void check(AddressSet set, List<Reference> all, BigInteger address, int width) {
    Reference plain = reference(address, BigInteger.ONE, width);
    boolean expected = all.stream().anyMatch(range -> range.contains(plain.first, plain.width));
    ClientIp ip = Numbers.ip(address, width);
    assertEquals(expected, set.contains(ip), () -> "seed " + seed + ": " + ip);
    assertEquals(ip, ClientIp.parse(ip.toString()), () -> "seed " + seed);
  }

  /** An IPv6 number in the mapped block is an IPv4 one. */
  private static Reference reference(BigInteger first, BigInteger size, int width) {
    BigInteger last = first.add(size).subtract(BigInteger.ONE);
    return width == 128 && isMapped(first) && isMapped(last)
        ? new Reference(ipv4(first), ipv4(last), 32)
        : new Reference(first, last, width);
  }

  private static boolean isMapped(BigInteger number) {
    return number.shiftRight(32).equals(BigInteger.valueOf(0xFFFF));
  }

  private static BigInteger ipv4(BigInteger mapped) {
    return BigInteger.valueOf(mapped.longValue() & 0xFFFF_FFFFL);
  }

  /** Few distinct beginnings, so that ranges and addresses meet; sometimes the mapped block. */
  private BigInteger number(int width) {
    if (width == 128 && random.nextInt(5) == 0) {
      return BigInteger.valueOf(0xFFFFL).shiftLeft(32).or(number(32));
    }
    BigInteger low = new BigInteger(random.nextInt(width) + 1, random);
    return BigInteger.valueOf(random.nextInt(4)).shiftLeft(width - 2).or(low.shiftRight(2));
  }

  private String text(BigInteger first, int width, int prefix) {
    boolean asMapped = width == 32 && random.nextInt(3) == 0;
    return asMapped
        ? "::ffff:" + Numbers.dotted(first) + "/" + (prefix + 96)
        : Numbers.text(first, width) + "/" + prefix;
  }
}
