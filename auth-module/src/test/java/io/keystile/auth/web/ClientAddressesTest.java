package io.keystile.auth.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.keystile.auth.address.ClientIp;
import io.keystile.auth.settings.Live;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpRequestWrapper;
import io.micronaut.http.MutableHttpRequest;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClientAddressesTest {

  private static final String XFF = "X-Forwarded-For";

  @ParameterizedTest
  @CsvSource({
    "X-Forwarded-For,127.0.0.1",
    "X-Forwarded-For,10.0.0.1",
    "X-Forwarded-For,garbage",
    "Forwarded,for=127.0.0.1",
    "Forwarded,for=\"",
    "X-Real-IP,127.0.0.1",
    "CF-Connecting-IP,127.0.0.1",
    "Via,1.1 proxy",
  })
  void ignoresWhatUntrustedPeersSay(String header, String value) {
    for (ClientAddresses addresses : List.of(trusting(XFF), trusting(XFF, "10.0.0.0/8"))) {
      ClientAddress client = resolve(addresses, "203.0.113.9", header, value);
      assertEquals(ClientAddress.remote(ClientIp.parse("203.0.113.9")), client);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", ",", "x", "1.2.3.4 x", "unknown", "127.1", "010.0.0.1", "203.0.113.9,"})
  void cannotReadGarbageOfTrustedProxies(String value) {
    ClientAddress client = resolve(trusting(XFF, "10.0.0.0/8"), "10.0.0.1", XFF, value);
    assertFalse(client.readable());
    assertNull(client.ip());
    assertFalse(client.local());
  }

  @ParameterizedTest
  @ValueSource(strings = {"10.0.0.1", "::ffff:10.0.0.1"})
  void believesTrustedProxiesMappedOrNot(String peer) {
    ClientAddresses addresses = trusting(XFF, "::ffff:10.0.0.0/104");
    assertRemote("203.0.113.9", resolve(addresses, peer, XFF, "1.1.1.1, 203.0.113.9"));
    assertRemote(
        "203.0.113.9", resolve(addresses, peer, XFF, "1.1.1.1", XFF, "203.0.113.9, 10.9.9.9"));
  }

  /** CVE-2022-24112: a header that is not the configured one counts for nothing. */
  @Test
  void readsTheOneConfiguredHeaderOnly() {
    ClientAddresses tunnel = trusting("CF-Connecting-IP", "10.0.0.1");
    assertRemote(
        "203.0.113.9",
        resolve(tunnel, "10.0.0.1", XFF, "1.1.1.1", "cf-connecting-ip", "203.0.113.9"));
    assertRemote("10.0.0.1", resolve(tunnel, "10.0.0.1", XFF, "1.1.1.1", "X-Real-IP", "x"));
    ClientAddresses standard = trusting("forwarded", "10.0.0.1");
    assertRemote(
        "2001:db8::1",
        resolve(standard, "10.0.0.1", XFF, "x", "Forwarded", "for=\"[2001:db8::1]:443\""));
  }

  /** CVE-2024-45410: naming the header in Connection takes nothing away. */
  @Test
  void readsTheHeaderWhateverConnectionSays() {
    assertRemote(
        "203.0.113.9",
        resolve(
            trusting(XFF, "10.0.0.1"), "10.0.0.1", "Connection", XFF, XFF, "1.1.1.1, 203.0.113.9"));
  }

  @Test
  void takesASilentProxyForTheClient() {
    assertRemote("10.0.0.1", resolve(trusting(XFF, "10.0.0.1"), "10.0.0.1"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"127.0.0.1", "127.1.2.3", "::1", "::ffff:127.0.0.1"})
  void callsLoopbackLocalOnlyWhenNothingWasRelayed(String peer) {
    ClientIp ip = ClientIp.parse(peer);
    assertEquals(ClientAddress.local(ip), resolve(trusting(XFF), peer));
    assertTrue(resolve(trusting(XFF), peer, "User-Agent", "x").local());
    // What a trusted proxy hands on is never local: it might have lost the header.
    assertEquals(ClientAddress.remote(ip), resolve(trusting(XFF, "127.0.0.0/8", "::1"), peer));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"x-forwarded-for", "Forwarded", "X-Real-IP", "cf-connecting-ip", "Via", "X-Mine"})
  void doesNotKnowWhoIsRelayedOverLoopback(String header) {
    assertEquals(ClientAddress.UNKNOWN, resolve(trusting("X-Mine"), "127.0.0.1", header, ""));
    assertEquals(ClientAddress.UNKNOWN, resolve(trusting("X-Mine"), "::1", header, "127.0.0.1"));
    // With other proxies configured it is one more untrusted peer, but not a local one.
    assertRemote("127.0.0.1", resolve(trusting("X-Mine", "10.0.0.1"), "127.0.0.1", header, "x"));
  }

  @Test
  void doesNotKnowPeersWithoutAddress() {
    assertEquals(
        ClientAddress.UNKNOWN,
        trusting(XFF, "127.0.0.1").of(from(null, request(XFF, "127.0.0.1"))));
  }

  private static ClientAddresses trusting(String header, String... proxies) {
    return new ClientAddresses(
        Live.of(new ProxyConfiguration(List.of(proxies), header)),
        new RelayWarning(Clock.systemUTC()),
        new NettyHeaderSearch());
  }

  private static ClientAddress resolve(ClientAddresses addresses, String peer, String... headers) {
    return addresses.of(from(Sockets.at(peer), request(headers)));
  }

  private static <B> HttpRequest<B> from(@Nullable InetAddress peer, HttpRequest<B> request) {
    return new HttpRequestWrapper<B>(request) {
      @Override
      public InetSocketAddress getRemoteAddress() {
        return peer == null
            ? InetSocketAddress.createUnresolved("nobody", 1)
            : new InetSocketAddress(peer, 1);
      }
    };
  }

  private static HttpRequest<?> request(String... headers) {
    MutableHttpRequest<?> request = HttpRequest.GET("/");
    for (int i = 0; i < headers.length; i += 2) {
      request.getHeaders().add(headers[i], headers[i + 1]);
    }
    return request;
  }

  private static void assertRemote(String expected, ClientAddress client) {
    assertEquals(ClientAddress.remote(ClientIp.parse(expected)), client);
  }
}
