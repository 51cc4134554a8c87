package io.keystile.auth.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import io.keystile.auth.address.ClientIp;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecentPeersTest {

  private final RecentPeers recent = new RecentPeers();

  @ParameterizedTest
  @ValueSource(strings = {"192.0.2.1", "::1", "2001:db8::1"})
  void givesTheSameValueToTheSamePeer(String ip) {
    Peer first = recent.of(Sockets.at(ip));
    assertSame(first, recent.of(Sockets.at(ip)));
    assertEquals(ClientIp.parse(ip), first.ip());
  }

  @Test
  void tellsLocalClientsFromThoseThatOnlyLookSo() {
    ClientIp loopback = ClientIp.parse("127.0.0.1");
    Peer peer = recent.of(Sockets.at(loopback));
    assertEquals(ClientAddress.local(loopback), peer.local());
    assertEquals(ClientAddress.remote(loopback), peer.remote());
  }

  /** Many more than there is room for, so that they share places. */
  @Test
  void neverTakesOnePeerForAnother() {
    for (int i = 0; i < 20_000; i++) {
      ClientIp four = ClientIp.ofIpv4(i * 7919);
      assertEquals(four, recent.of(Sockets.at(four)).ip());
      ClientIp six = new ClientIp(i, i % 3);
      assertEquals(six, recent.of(Sockets.at(six)).ip());
    }
  }
}
