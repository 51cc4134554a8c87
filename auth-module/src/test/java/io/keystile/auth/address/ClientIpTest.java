package io.keystile.auth.address;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClientIpTest {

  /** CVE-2021-29921: what two parsers read differently is read by none. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "010.0.0.1",
        "10.0.0.01",
        "10.00.0.1",
        "0x7f.0.0.1",
        "0x7f.1",
        "0x7f000001",
        "0177.0.0.1",
        "127.1",
        "127.0.1",
        "2130706433",
        "017700000001",
        "1.2.3.256",
        "1.2.3.1000",
        "1.2.3.4.5",
        "1.2.3.",
        ".1.2.3",
        "1..2.3",
        "-1.2.3.4",
        "+1.2.3.4",
        "1.2.3.4:80",
        "[::1]",
        "[::1]:80",
        "::1%lo",
        "fe80::1%1",
        "fe80::1%25eth0",
        "1.2.3.*",
        "1.2.*",
        "*",
        "1.2.3.4-9",
        "1.2.3.4/32",
        "::/0",
        "::ffff:010.0.0.1",
        "::ffff:1.2.3",
        "::ffff:1.2.3.4.5",
        "::1.2.3.4::",
        ":::",
        "1::2::3",
        "1:2:3:4:5:6:7",
        "1:2:3:4:5:6:7:8:9",
        "1:2:3:4:5:6:7:8::",
        "::12345",
        "::00001",
        "::g",
        ":1",
        "1:",
        ":",
        "::_",
        "2001:db8::1\n",
        "",
        " ",
        " 1.2.3.4",
        "1.2.3.4 ",
        "1.2.3.4\u0000",
        "localhost",
        "unknown",
        "\u0661.2.3.4",
        "\uff11.2.3.4",
        "1\u30022.3.4",
        "4)+k&C#VzJ4br>0wv%Yp",
        "abcdef",
        "7f000001",
        "0000:0000:0000:0000:0000:0000:0000:0000:0000:0001",
      })
  void refusesWhatIsNotWrittenOutInFull(String text) {
    assertNull(ClientIp.find(text));
    String message = Messages.of(() -> ClientIp.parse(text));
    assertTrue(message.contains("is not an IP address; write it like 192.0.2.1"), message);
    assertTrue(message.chars().allMatch(c -> c >= ' ' && c <= '~'), message);
  }

  @ParameterizedTest
  @CsvSource({
    "0.0.0.0,0.0.0.0",
    "255.255.255.255,255.255.255.255",
    "192.0.2.1,192.0.2.1",
    "::,::",
    "::1,::1",
    "0:0:0:0:0:0:0:1,::1",
    "0000:0000:0000:0000:0000:0000:0000:0001,::1",
    "2001:DB8::A,2001:db8::a",
    "2001:db8:0:0:1:0:0:1,2001:db8::1:0:0:1",
    "2001:db8:0:1:1:1:1:1,2001:db8:0:1:1:1:1:1",
    "::ffff:1.2.3.4,1.2.3.4",
    "::FFFF:102:304,1.2.3.4",
    "0:0:0:0:0:ffff:1.2.3.4,1.2.3.4",
    "::1.2.3.4,::102:304",
    "64:ff9b::1.2.3.4,64:ff9b::102:304",
    "ffff:ffff:ffff:ffff:ffff:ffff:255.255.255.255,ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff",
  })
  void readsAndWritesTheUsualForms(String text, String canonical) {
    assertEquals(canonical, ClientIp.parse(text).toString());
    assertEquals(ClientIp.parse(text), ClientIp.parse(canonical));
  }

  /** CVE-2026-40199: mapped IPv6 is IPv4 everywhere. */
  @Test
  void takesMappedIpv6ForIpv4() throws UnknownHostException {
    byte[] mapped = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, -1, -1, 10, 1, 2, 3};
    ClientIp ip = ClientIp.of(mapped);
    assertEquals(ClientIp.parse("10.1.2.3"), ip);
    assertEquals(ip, ClientIp.parse("::ffff:10.1.2.3"));
    assertEquals(ip, ClientIp.of(InetAddress.getByAddress(new byte[] {10, 1, 2, 3})));
    assertTrue(ip.isIpv4());
    assertFalse(ClientIp.parse("::10.1.2.3").isIpv4());
  }

  @Test
  void knowsTheMachineItself() {
    assertTrue(ClientIp.parse("127.0.0.1").isLoopback());
    assertTrue(ClientIp.parse("127.255.0.9").isLoopback());
    assertTrue(ClientIp.parse("::1").isLoopback());
    assertTrue(ClientIp.parse("::ffff:127.0.0.1").isLoopback());
    assertFalse(ClientIp.parse("::127.0.0.1").isLoopback());
    assertFalse(ClientIp.parse("128.0.0.1").isLoopback());
    assertFalse(ClientIp.parse("::2").isLoopback());
  }

  @Test
  void ordersAsUnsigned() {
    assertTrue(ClientIp.parse("200.0.0.1").compareTo(ClientIp.parse("100.0.0.1")) > 0);
    assertTrue(ClientIp.parse("ff00::").compareTo(ClientIp.parse("1::")) > 0);
    assertTrue(ClientIp.parse("1::8000:0:0:0").compareTo(ClientIp.parse("1::")) > 0);
  }

  @Test
  void clipsLongTextInMessages() {
    String message = Messages.of(() -> ClientIp.parse("x".repeat(100_000)));
    assertTrue(message.length() < 300, message);
  }
}
