package io.keystile.bridge.upstream;

import static io.keystile.bridge.upstream.Upstreams.CHAT;
import static io.keystile.bridge.upstream.Upstreams.KEY;
import static io.keystile.bridge.upstream.Upstreams.ok;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.keystile.bridge.Bridge;
import io.keystile.bridge.upstream.ScriptedServer.Script;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UpstreamTlsTest {

  private static final String PASSWORD = "password";

  @TempDir static Path directory;

  @BeforeAll
  static void makeCertificate() throws Exception {
    List<String> command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
            "-genkeypair",
            "-alias",
            "server",
            "-keyalg",
            "EC",
            "-dname",
            "CN=localhost",
            "-ext",
            "SAN=ip:127.0.0.1",
            "-keystore",
            keyStore().toString(),
            "-storetype",
            "PKCS12",
            "-storepass",
            PASSWORD);
    assertEquals(0, new ProcessBuilder(command).inheritIO().start().waitFor());
  }

  @Test
  void refusesACertificateItDoesNotTrust() throws Exception {
    try (ScriptedServer server = start(exchange -> exchange.send(ok("{}")));
        Bridge bridge = Bridge.start(settings(server))) {
      Upstreams.assertError(bridge.send(bridge.chat(CHAT)), 502, "upstream_unavailable");
    }
  }

  @Test
  void talksToAServerItTrusts() throws Exception {
    try (ScriptedServer server = start(exchange -> exchange.send(ok("{\"x\":1}")));
        Bridge bridge = Bridge.start(trusting(server))) {
      HttpResponse<String> response = bridge.send(bridge.chat(CHAT));
      assertEquals(200, response.statusCode(), response.body());
      assertEquals("{\"x\":1}", response.body());
      assertTrue(server.awaitRequest().head().contains(KEY));
    }
  }

  @Test
  void isGatewayTimeoutWhenTheHandshakeHangs() throws Exception {
    try (ServerSocket mute = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Bridge bridge = Bridge.start(impatient("https://127.0.0.1:" + mute.getLocalPort()))) {
      Upstreams.assertError(bridge.send(bridge.chat(CHAT)), 504, "upstream_timeout");
    }
  }

  @Test
  void watchesTheServerAllTheSame() throws Exception {
    try (ScriptedServer server = start(exchange -> exchange.isClosedWithin(10_000));
        Bridge bridge = Bridge.start(trusting(server))) {
      Upstreams.assertError(bridge.send(bridge.chat(CHAT)), 504, "upstream_timeout");
    }
  }

  private static Map<String, Object> impatient(String url) {
    return Map.of(
        "keystile.bridge.backend", "upstream",
        "keystile.bridge.upstream.url", url,
        "micronaut.http.client.ssl.handshake-timeout", "500ms");
  }

  private static Map<String, Object> settings(ScriptedServer server) {
    Map<String, Object> settings = new HashMap<>();
    settings.put("keystile.bridge.backend", "upstream");
    settings.put("keystile.bridge.upstream.url", "https://127.0.0.1:" + server.port() + "/v1");
    settings.put("keystile.bridge.upstream.api-key", KEY);
    settings.put("keystile.bridge.upstream.first-byte-timeout", "2s");
    return settings;
  }

  private static Map<String, Object> trusting(ScriptedServer server) {
    Map<String, Object> settings = settings(server);
    settings.put("micronaut.http.client.ssl.trust-store.path", "file:" + keyStore());
    settings.put("micronaut.http.client.ssl.trust-store.password", PASSWORD);
    settings.put("micronaut.http.client.ssl.trust-store.type", "PKCS12");
    return settings;
  }

  private static ScriptedServer start(Script script) throws Exception {
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(keyStore())) {
      keys.load(in, PASSWORD.toCharArray());
    }
    KeyManagerFactory managers =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    managers.init(keys, PASSWORD.toCharArray());
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(managers.getKeyManagers(), null, null);
    ServerSocket listener =
        context
            .getServerSocketFactory()
            .createServerSocket(0, 50, InetAddress.getLoopbackAddress());
    return ScriptedServer.start(listener, script);
  }

  private static Path keyStore() {
    return directory.resolve("server.p12");
  }
}
