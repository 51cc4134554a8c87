package io.keystile.auth.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import io.keystile.auth.address.ClientIp;
import org.junit.jupiter.api.Test;

class RecentAddressesTest {

  private final RecentAddresses recent = new RecentAddresses();

  @Test
  void givesTheSameValueToTheSameCaller() {
    ClientAddress first = recent.of(ClientIp.parse("192.0.2.1"), false);
    assertSame(first, recent.of(ClientIp.parse("192.0.2.1"), false));
  }

  @Test
  void tellsLocalCallersFromThoseThatOnlyLookSo() {
    ClientIp loopback = ClientIp.parse("127.0.0.1");
    assertEquals(ClientAddress.local(loopback), recent.of(loopback, true));
    assertEquals(ClientAddress.remote(loopback), recent.of(loopback, false));
  }

  /** Many more than there is room for, so that they share places. */
  @Test
  void neverGivesOneCallerTheAddressOfAnother() {
    for (int i = 0; i < 20_000; i++) {
      ClientIp ip = ClientIp.ofIpv4(i * 7919);
      assertEquals(ClientAddress.remote(ip), recent.of(ip, false));
      assertEquals(ClientAddress.local(ip), recent.of(ip, true));
    }
  }
}
