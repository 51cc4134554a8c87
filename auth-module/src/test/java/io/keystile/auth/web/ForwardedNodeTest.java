package io.keystile.auth.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.keystile.auth.address.ClientIp;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ForwardedNodeTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "unknown",
        "_hidden",
        "_",
        "-",
        "localhost",
        "example.com",
        "1.2.3",
        "127.1",
        "010.0.0.1",
        "0x7f.0.0.1",
        "2130706433",
        "1.2.3.4.5",
        "1.2.3.256",
        "1.2.3.4/32",
        "1.2.3.*",
        "1.2.3.4:",
        "1.2.3.4:123456",
        "1.2.3.4:-1",
        "1.2.3.4:80:80",
        "1.2.3.4 5.6.7.8",
        "\"1.2.3.4\"",
        "for=1.2.3.4",
        "[1.2.3.4]",
        "[1.2.3.4]:80",
        "[]",
        "[",
        "]",
        "[::1",
        "::1]",
        "[::1]x",
        "[::1]:",
        "[::1]:x",
        "[[::1]]",
        "[::1]]",
        "[::1]:80:80",
        "::g",
        ":::",
        "1.2.3.4%eth0",
        "[::1%]",
        "fe80::1%",
        "fe80::1%a b",
        "fe80::1%\u0000",
        "::ffff:010.0.0.1",
        "null",
        "' or 1=1 --",
        "${jndi:ldap://x}",
        "1.2.3.4\u00a0",
        "\u0661.2.3.4",
        "::1%25eth0]:1"
      })
  void refusesGarbage(String node) {
    assertNull(ForwardedNode.read(node));
  }

  @ParameterizedTest
  @CsvSource({
    "1.2.3.4,1.2.3.4",
    "' 1.2.3.4\t',1.2.3.4",
    "1.2.3.4:5678,1.2.3.4",
    "1.2.3.4:_gate-1,1.2.3.4",
    "2001:db8::1,2001:db8::1",
    "[2001:db8::1],2001:db8::1",
    "[2001:db8::1]:443,2001:db8::1",
    "::1:5678,::1:5678",
    "[::ffff:1.2.3.4]:80,1.2.3.4",
    "::ffff:1.2.3.4,1.2.3.4",
    "fe80::1%eth0,fe80::1",
    "[fe80::1%25eth0]:80,fe80::1",
  })
  void readsAddressesWithAndWithoutPort(String node, String address) {
    assertEquals(ClientIp.parse(address), ForwardedNode.read(node));
  }
}
