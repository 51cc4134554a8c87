package io.keystile.auth.address;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressRangeTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "10.0.0.0/",
        "10.0.0.0/33",
        "10.0.0.0/-1",
        "10.0.0.0/+8",
        "10.0.0.0/08",
        "10.0.0.0/8 ",
        "10.0.0.0/ 8",
        "10.0.0.0/8/8",
        "10.0.0.0/255.0.0.0",
        "10.0.0.0/0x8",
        "10.0.0.0/4294967304",
        "10.0.0.0/\u0668",
        "::/129",
        "::/00",
        "::/1000",
      })
  void refusesPrefixesThatAreNone(String text) {
    String message = messageOf(text);
    assertTrue(message.contains("needs a prefix length of 0 to "), message);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "/8",
        "010.0.0.0/8",
        "10/8",
        "10.0/16",
        "*",
        "10.*",
        "0x0a.0.0.0/8",
        "::1%lo/8",
        "[::]/0",
        "fe80::%1/10",
        "10.0.0.0-10.0.0.9",
        "10.0.0.0:80/8",
        "10.0.0.0 /8"
      })
  void refusesAddressesThatAreNone(String text) {
    assertTrue(messageOf(text).contains("is not an IP address"), messageOf(text));
  }

  @ParameterizedTest
  @CsvSource({
    "10.0.0.1/8,10.0.0.0/8,10.0.0.1",
    "192.168.1.77/24,192.168.1.0/24,192.168.1.77",
    "1.2.3.4/0,0.0.0.0/0,1.2.3.4",
    "1.2.3.5/31,1.2.3.4/31,1.2.3.5",
    "2001:db8::1/32,2001:db8::/32,2001:db8::1",
    "2001:db8::1/127,2001:db8::/127,2001:db8::1",
    "::ffff:10.0.0.1/104,10.0.0.0/8,10.0.0.1",
    "::ffff:10.0.0.0/90,::ffc0:0:0/90,10.0.0.0",
    "::ffff:0:0/80,::/80,0.0.0.0",
    "::ffff:0:0/8,::/8,0.0.0.0",
  })
  void refusesHostBitsAndNamesTheNetwork(String text, String network, String address) {
    assertEquals(
        '"'
            + text
            + "\" has bits set below its prefix; write "
            + network
            + " for the network or "
            + address
            + " for the one address",
        messageOf(text));
    assertEquals(network, AddressRange.parse(network).toString());
  }

  @Test
  void refusesToBeBuiltOfNonsense() {
    ClientIp ip = ClientIp.parse("10.0.0.1");
    assertThrows(IllegalArgumentException.class, () -> new AddressRange(ip, 8));
    assertThrows(IllegalArgumentException.class, () -> new AddressRange(ip, 33));
    assertThrows(IllegalArgumentException.class, () -> new AddressRange(ip, -1));
  }

  @Test
  void takesMappedNetworksForIpv4() {
    assertEquals(AddressRange.parse("10.0.0.0/8"), AddressRange.parse("::ffff:10.0.0.0/104"));
    assertEquals(AddressRange.parse("0.0.0.0/0"), AddressRange.parse("::ffff:0:0/96"));
    assertEquals(AddressRange.parse("1.2.3.4"), AddressRange.parse("::ffff:1.2.3.4/128"));
    assertEquals("1.2.3.4", AddressRange.parse("1.2.3.4/32").toString());
    assertEquals("::1", AddressRange.parse("::1/128").toString());
  }

  @ParameterizedTest
  @ValueSource(strings = {"::/0", "::/1", "::/64", "::/80"})
  void keepsIpv4OutOfIpv6(String ipv6) {
    AddressRange range = AddressRange.parse(ipv6);
    assertFalse(range.contains(ClientIp.parse("1.2.3.4")));
    assertFalse(range.contains(ClientIp.parse("::ffff:1.2.3.4")));
    assertTrue(range.contains(ClientIp.parse("::1.2.3.4")));
    assertFalse(AddressRange.parse("0.0.0.0/0").contains(ClientIp.parse("::1")));
  }

  static IntStream ipv4Prefixes() {
    return IntStream.rangeClosed(0, 32);
  }

  static IntStream ipv6Prefixes() {
    return IntStream.rangeClosed(0, 128);
  }

  /** CVE-2026-44249: a wrong mask at one length let addresses in. */
  @ParameterizedTest
  @MethodSource("ipv4Prefixes")
  void keepsTheBoundsOfIpv4(int prefix) {
    checkBounds("203.0.113.201", 32, prefix);
  }

  @ParameterizedTest
  @MethodSource("ipv6Prefixes")
  void keepsTheBoundsOfIpv6(int prefix) {
    checkBounds("2001:db8:a5c3:96f0:8421:7bde:c639:5aa5", 128, prefix);
  }

  private static void checkBounds(String inside, int width, int prefix) {
    BigInteger size = BigInteger.ONE.shiftLeft(width - prefix);
    BigInteger first = Numbers.of(inside).divide(size).multiply(size);
    BigInteger last = first.add(size).subtract(BigInteger.ONE);
    AddressRange range = AddressRange.parse(Numbers.text(first, width) + "/" + prefix);
    AddressSet set = AddressSet.of(List.of(range));
    assertEquals(Numbers.ip(last, width), range.last());
    for (BigInteger near : Numbers.around(first, last, width)) {
      boolean expected = near.compareTo(first) >= 0 && near.compareTo(last) <= 0;
      assertEquals(expected, range.contains(Numbers.ip(near, width)), near + " in " + range);
      assertEquals(expected, set.contains(Numbers.ip(near, width)), near + " in set of " + range);
    }
  }

  private static String messageOf(String text) {
    return Messages.of(() -> AddressRange.parse(text));
  }
}
