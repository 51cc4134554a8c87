package io.keystile.auth.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.keystile.auth.TestServer;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProxyConfigurationTest {

  @TempDir static Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "10.0.0.1/8|write 10.0.0.0/8 for the network or 10.0.0.1 for the one address",
        "10.0.0.0/33|needs a prefix length of 0 to 32",
        "010.0.0.1|without leading zeros",
        "127.1|write it like 192.0.2.1",
        "*|write it like 192.0.2.1",
        "proxy.example|write it like 192.0.2.1",
        "0.0.0.0/0|name the addresses of your proxies only",
        "::/0|name the addresses of your proxies only",
      })
  void namesSettingValueAndRemedy(String value, String remedy) {
    String message = refusal(List.of("192.0.2.1", value), "Forwarded");
    assertTrue(message.startsWith("keystile.trusted-proxies: \"" + value + '"'), message);
    assertTrue(message.contains(remedy), message);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "X-Forwarded-For, Forwarded", "X:Y", "X\r\nY", "\u00e4"})
  void refusesWhatCannotBeAHeader(String header) {
    assertTrue(refusal(List.of(), header).startsWith("keystile.forwarded-header must be the name"));
  }

  @Test
  void stopsTheStart() {
    RuntimeException refused =
        assertThrows(
            RuntimeException.class,
            () ->
                TestServer.start(
                    "none", folder, Map.of("keystile.trusted-proxies", "10.0.0.0/8, 10.1.1.1/8")));
    assertTrue(
        String.valueOf(refused.getMessage())
            .contains("keystile.trusted-proxies: \"10.1.1.1/8\" has bits set below its prefix"),
        refused.getMessage());
  }

  @Test
  void trustsNobodyByDefault() {
    assertEquals(new ProxyConfiguration(List.of(), "X-Forwarded-For"), bound(Map.of()));
    assertEquals(List.of(), bound(Map.of("keystile.trusted-proxies", "")).trustedProxies());
  }

  @Test
  void bindsEveryKey() {
    assertEquals(
        new ProxyConfiguration(List.of("10.0.0.0/8", "::1"), "CF-Connecting-IP"),
        bound(
            Map.of(
                "keystile.trusted-proxies", "10.0.0.0/8, ::1,",
                "keystile.forwarded-header", "CF-Connecting-IP")));
  }

  private static ProxyConfiguration bound(Map<String, Object> settings) {
    try (TestServer server = TestServer.start("none", folder, settings)) {
      return server.bean(ProxyConfiguration.class);
    }
  }

  private static String refusal(List<String> proxies, String header) {
    return String.valueOf(
        assertThrows(IllegalArgumentException.class, () -> new ProxyConfiguration(proxies, header))
            .getMessage());
  }
}
