package io.keystile.auth.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.keystile.auth.TestServer;
import io.keystile.auth.annotation.ApiKeyProtected;
import io.micronaut.context.annotation.Requires;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The client address over real connections: the test client is always 127.0.0.1. */
class ClientAddressFilterTest {

  private static final String SPEC = "ClientAddressFilterTest";
  private static final String DENIED = "\"code\":\"ip_not_allowed\"";
  private static final String UNREADABLE = "\"code\":\"invalid_forwarded_header\"";

  @TempDir Path folder;

  @Test
  void refusesAddressesOutsideTheGlobalListInTheWordsOfTheContract() {
    try (TestServer server = start(Map.of("keystile.addresses.allow", "203.0.113.0/24"))) {
      String answer = get(server);
      assertTrue(answer.startsWith("HTTP/1.1 403"), answer);
      assertTrue(
          answer.endsWith(
              "{\"error\":{\"message\":\"Access denied from this IP address\","
                  + "\"type\":\"permission_error\",\"param\":null,\"code\":\"ip_not_allowed\"}}"),
          answer);
    }
  }

  @Test
  void tellsNothingToThoseWithoutAKey() {
    try (TestServer server = start(Map.of("keystile.addresses.allow", "203.0.113.0/24"))) {
      assertTrue(server.get("/where").body().contains("missing_authorization"));
    }
  }

  /** CVE-2020-28483: an address that the client wrote itself lets nobody in. */
  @Test
  void ignoresForwardedHeadersOfUntrustedPeers() {
    Map<String, Object> settings =
        Map.of(
            "keystile.trusted-proxies", "10.0.0.0/8",
            "keystile.addresses.allow", "203.0.113.0/24");
    try (TestServer server = start(settings)) {
      assertDenied(get(server, "X-Forwarded-For: 203.0.113.9"));
      assertDenied(get(server, "Forwarded: for=203.0.113.9"));
      assertDenied(get(server, "X-Real-IP: 203.0.113.9"));
      assertDenied(get(server, "X-Forwarded-For: garbage"));
      assertDenied(get(server, "Forwarded: for=\""));
    }
  }

  @Test
  void believesATrustedProxyFromRightToLeft() {
    Map<String, Object> settings =
        Map.of(
            "keystile.trusted-proxies", "127.0.0.1/32, 10.0.0.0/8",
            "keystile.addresses.deny", "203.0.113.66");
    try (TestServer server = start(settings)) {
      assertFrom("203.0.113.9", get(server, "X-Forwarded-For: 203.0.113.9"));
      assertFrom("203.0.113.9", get(server, "X-Forwarded-For: 203.0.113.66, 203.0.113.9:4711"));
      assertFrom("203.0.113.9", get(server, "X-Forwarded-For: x, 203.0.113.9, 10.1.1.1"));
      assertFrom("203.0.113.9", get(server, "X-Forwarded-For: ::ffff:203.0.113.9"));
      assertFrom("2001:db8::1", get(server, "X-Forwarded-For: [2001:db8::1]:4711"));
      assertFrom("10.1.1.1", get(server, "X-Forwarded-For: 10.1.1.1, 10.2.2.2"));
      assertFrom("127.0.0.1", get(server));
      assertDenied(get(server, "X-Forwarded-For: 203.0.113.9, 203.0.113.66"));
      assertDenied(get(server, "X-Forwarded-For: ::ffff:203.0.113.66"));
    }
  }

  @Test
  void readsSeveralLinesAsOneList() {
    try (TestServer server = start(Map.of("keystile.trusted-proxies", "127.0.0.1, 10.0.0.0/8"))) {
      assertFrom(
          "203.0.113.9",
          get(
              server,
              "X-Forwarded-For: 203.0.113.66",
              "x-forwarded-for: 203.0.113.9, 10.0.0.2",
              "X-FORWARDED-FOR: 10.0.0.1"));
    }
  }

  /** CVE-2024-45410: hop-by-hop games take no header away. */
  @Test
  void readsTheHeaderWhateverConnectionSays() {
    Map<String, Object> settings =
        Map.of(
            "keystile.trusted-proxies", "127.0.0.1",
            "keystile.addresses.deny", "203.0.113.66");
    try (TestServer server = start(settings)) {
      assertDenied(get(server, "Connection: X-Forwarded-For", "X-Forwarded-For: 203.0.113.66"));
      assertDenied(
          get(server, "X-Forwarded-For: 203.0.113.66", "Connection: keep-alive, x-forwarded-for"));
    }
  }

  @Test
  void refusesGarbageOfATrustedProxy() {
    try (TestServer server = start(Map.of("keystile.trusted-proxies", "127.0.0.1"))) {
      for (String garbage :
          List.of("", "x", "unknown", "127.1", "010.1.1.1", "1.2.3.4, ", "for=1.2.3.4", "::1%")) {
        String answer = get(server, "X-Forwarded-For: " + garbage);
        assertTrue(answer.startsWith("HTTP/1.1 400"), garbage + " " + answer);
        assertTrue(answer.contains(UNREADABLE), answer);
        assertTrue(answer.contains("\"type\":\"invalid_request_error\""), answer);
      }
      String noKey = server.get("/where", "X-Forwarded-For", "x").body();
      assertTrue(noKey.contains(UNREADABLE), noKey);
    }
  }

  @Test
  void readsForwarded() {
    Map<String, Object> settings =
        Map.of(
            "keystile.trusted-proxies", "127.0.0.1",
            "keystile.forwarded-header", "Forwarded");
    try (TestServer server = start(settings)) {
      assertFrom(
          "2001:db8::1",
          get(server, "Forwarded: for=1.1.1.1, for=\"[2001:db8::1]:80\";proto=https"));
      assertFrom("127.0.0.1", get(server, "X-Forwarded-For: 203.0.113.9"));
      for (String garbage : List.of("for=\"", "for=unknown", "for=_x", "for=1.2.3.4:80", "by=::")) {
        assertTrue(get(server, "Forwarded: " + garbage).contains(UNREADABLE), garbage);
      }
    }
  }

  @Test
  void doesNotTakeARelayedCallForALocalOne() {
    try (TestServer server = start(Map.of("keystile.addresses.allow", "127.0.0.0/8, ::1"))) {
      assertTrue(get(server).endsWith("127.0.0.1 local=true"), get(server));
      assertDenied(get(server, "X-Forwarded-For: 127.0.0.1"));
      assertDenied(get(server, "Forwarded: for=127.0.0.1"));
      assertDenied(get(server, "CF-Connecting-IP: 127.0.0.1"));
      assertDenied(get(server, "X-Forwarded-For: garbage"));
    }
  }

  @Test
  void letsRelayedCallsInWhereNoRuleIsSet() {
    try (TestServer server = start(Map.of())) {
      String answer = get(server, "X-Forwarded-For: 127.0.0.1");
      assertTrue(answer.endsWith("null local=false"), answer);
    }
  }

  private TestServer start(Map<String, Object> settings) {
    return TestServer.start(SPEC, folder, settings);
  }

  private static void assertDenied(String answer) {
    assertTrue(answer.startsWith("HTTP/1.1 403") && answer.contains(DENIED), answer);
  }

  private static void assertFrom(String address, String answer) {
    assertEquals(address + " local=false", answer.substring(answer.indexOf("\r\n\r\n") + 4));
  }

  /** A plain socket: the JDK's client would refuse to send some of these. */
  private static String get(TestServer server, String... headers) {
    String key = server.issue("caller").secret().exposeText();
    String request =
        "GET /where HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer "
            + key
            + "\r\n"
            + String.join("", List.of(headers).stream().map(line -> line + "\r\n").toList())
            + "Connection: close\r\n\r\n";
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Requires(property = "spec.name", value = SPEC)
  @Controller("/where")
  @ApiKeyProtected
  static class Where {

    private final ClientAddresses addresses;

    Where(ClientAddresses addresses) {
      this.addresses = addresses;
    }

    @Get(produces = "text/plain")
    String where(HttpRequest<?> request) {
      ClientAddress client = addresses.of(request);
      return client.ip() + " local=" + client.local();
    }
  }
}
