package io.keystile.auth.address;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever it reads, it reads as the library does. */
class PlainAddressTest {

  private static final int TEXTS = 100_000;

  private final long seed = Long.getLong("keystile.test.seed", System.nanoTime());
  private final Random random = new Random(seed);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "1.2.3",
        "1.2.3.4.5",
        "01.2.3.4",
        "1.2.3.00",
        "1.2.3.256",
        "1.2.3.a",
        "1..2.3",
        "1.2.3.",
        ".1.2.3",
        ":",
        ":::",
        "1:2:3:4:5:6:7",
        "1:2:3:4:5:6:7:8:9",
        "1:2:3:4:5:6:7:8::",
        "1:2:3:4:5:6:7::",
        "1::2::3",
        ":1::2",
        "1::2:",
        "::12345",
        "::ffff:1.2.3.4"
      })
  void leavesAllElseToTheLibrary(String text) {
    assertNull(PlainAddress.find(text));
  }

  @ParameterizedTest
  @CsvSource({
    "0.0.0.0, 0, ffff00000000",
    "255.255.255.255, 0, ffffffffffff",
    "192.0.2.1, 0, ffffc0000201",
    "::, 0, 0",
    "::1, 0, 1",
    "::0001, 0, 1",
    "::ffff:c000:201, 0, ffffc0000201",
    "fe80::, fe80000000000000, 0",
    "2001:DB8::a:b, 20010db800000000, a000b",
    "1:2:3:4:5:6:7:8, 1000200030004, 5000600070008"
  })
  void readsWhatIsPlain(String text, String high, String low) {
    ClientIp expected =
        new ClientIp(Long.parseUnsignedLong(high, 16), Long.parseUnsignedLong(low, 16));
    assertEquals(expected, PlainAddress.find(text));
    assertEquals(expected, AddressLibrary.find(text));
  }

  @Test
  void agreesWithTheLibrary() {
    int read = 0;
    for (int i = 0; i < TEXTS; i++) {
      String text = random.nextInt(4) == 0 ? text(".", 10, 5) : text(":", 16, 9);
      ClientIp plain = PlainAddress.find(text);
      if (plain != null) {
        read++;
        assertEquals(AddressLibrary.find(text), plain, () -> "seed " + seed + ": " + text);
      }
    }
    assertTrue(read > TEXTS / 100, "seed " + seed + ": only " + read + " were read");
  }

  /** Something like an address, with a part too many, empty or too long now and then. */
  private String text(String separator, int radix, int parts) {
    int count = parts - random.nextInt(parts);
    return IntStream.range(0, count)
        .mapToObj(part -> part(radix))
        .collect(Collectors.joining(separator));
  }

  private String part(int radix) {
    if (random.nextInt(6) == 0) {
      return "";
    }
    String digits = Integer.toString(random.nextInt(radix == 10 ? 300 : 0x10800), radix);
    return random.nextInt(8) == 0 ? "0" + digits : digits;
  }
}
