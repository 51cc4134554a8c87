package io.keystile.auth.notice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.keystile.auth.TestStore;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookSenderTest {

  private static final String SECRET = "a secret for tests, 32 characters";
  private static final OutboxRow ROW = new OutboxRow("evt_1", "key.unused", "{}", 0, 0, 0);
  private static final Duration LONG = Duration.ofSeconds(10);

  @TempDir static Path folder;
  private static WebhookSecret secret;
  private final SocketTimer timer = new SocketTimer();
  private final List<String> resolved = new ArrayList<>();

  @BeforeAll
  static void findSecret() {
    Map<String, Object> settings = Map.of("keystile.webhook.secret", SECRET);
    try (TestStore store = TestStore.open(folder.resolve("a.db"), settings)) {
      secret = store.bean(WebhookSecret.class);
    }
  }

  @AfterEach
  void stop() {
    timer.stop();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "127.0.0.1",
        "0.0.0.0",
        "10.1.2.3",
        "172.31.0.1",
        "192.168.0.1",
        "169.254.169.254",
        "100.64.0.1",
        "224.0.0.1",
        "255.255.255.255",
        "::1",
        "::",
        "::ffff:127.0.0.1",
        "fe80::1",
        "fd00:ec2::254",
        "64:ff9b::7f00:1",
        "2002:7f00:1::",
        "::7f00:1",
        "ff02::1"
      })
  void refusesPrivateAddressesBeforeItConnects(String address) throws IOException {
    InetAddress found = InetAddress.getByName(address);
    IOException refused =
        assertThrows(IOException.class, () -> send("https://hooks.example/", false, found));
    assertTrue(
        String.valueOf(refused.getMessage()).contains("keystile.webhook.allow-private"), address);
  }

  @Test
  void refusesAHostOfWhichOneAddressIsPrivate() throws IOException {
    InetAddress good = InetAddress.getByName("93.184.215.14");
    InetAddress bad = InetAddress.getByName("10.0.0.1");
    assertTrue(PublicAddresses.contain(good));
    assertThrows(IOException.class, () -> send("https://hooks.example/", false, good, bad));
  }

  @Test
  void connectsToTheAddressThatItLookedAt() throws Exception {
    try (Receiver receiver = new Receiver()) {
      String url = "http://hooks.example:" + receiver.port() + "/a";
      send(url, true, InetAddress.getLoopbackAddress());
      assertEquals("hooks.example:" + receiver.port(), receiver.next().host());
      assertEquals(List.of("hooks.example"), resolved, "resolved once");
    }
  }

  @Test
  void hangsUpOnAReceiverThatSaysNothing() throws IOException {
    try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      URI target = URI.create("http://127.0.0.1:" + silent.getLocalPort());
      WebhookConnection connection = new WebhookConnection(WebhookSenderTest::defaults, timer);
      assertThrows(
          IOException.class,
          () ->
              connection.post(
                  target,
                  InetAddress.getLoopbackAddress(),
                  Duration.ofMillis(50),
                  Map.of(),
                  new byte[0]));
    }
  }

  @Test
  void trustsACertificateForTheNameOnly() throws Exception {
    SSLContext tls = tlsFor("hooks.example");
    SSLServerSocket server =
        (SSLServerSocket)
            tls.getServerSocketFactory().createServerSocket(0, 5, InetAddress.getLoopbackAddress());
    Thread answering = new Thread(() -> answer(server));
    answering.start();
    try (server) {
      WebhookConnection trusting = new WebhookConnection(tls::getSocketFactory, timer);
      assertEquals(204, post(trusting, "https://hooks.example:" + server.getLocalPort()));
      String other = "https://other.example:" + server.getLocalPort();
      assertThrows(SSLException.class, () -> post(trusting, other));
      WebhookConnection usual = new WebhookConnection(WebhookSenderTest::defaults, timer);
      String own = "https://hooks.example:" + server.getLocalPort();
      assertThrows(SSLException.class, () -> post(usual, own));
    }
    answering.join(5_000);
    assertFalse(answering.isAlive());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://hooks.example/",
        "ftp://hooks.example/",
        "https://user:word@hooks.example/",
        "https:///path",
        "hooks.example",
        "https://hooks.example/#part",
        "https://a b/"
      })
  void refusesAUrlThatIsNotSound(String url) {
    assertThrows(IllegalArgumentException.class, () -> configuration(url, false));
  }

  @Test
  void stopsTheStartWithoutASecretThatCannotBeGuessed() {
    Path db = folder.resolve("keys.db");
    for (String weak : List.of("", "short")) {
      Map<String, Object> settings =
          Map.of("keystile.webhook.url", "https://hooks.example/", "keystile.webhook.secret", weak);
      RuntimeException stopped =
          assertThrows(RuntimeException.class, () -> TestStore.open(db, settings).close());
      assertTrue(String.valueOf(stopped.getMessage()).contains("keystile.webhook.secret-file"));
    }
    RuntimeException unknown =
        assertThrows(
            RuntimeException.class,
            () -> TestStore.open(db, Map.of("keystile.webhook.events", "key.lost")).close());
    assertTrue(String.valueOf(unknown.getMessage()).contains("keystile.webhook.events"));
  }

  @Test
  void theSettingsDoNotPrintATokenOfTheUrl() {
    String text = configuration("https://hooks.example:8443/t0ken?k=s3cret", false).toString();
    assertFalse(text.contains("t0ken") || text.contains("s3cret"), text);
    assertTrue(text.contains("hooks.example"), text);
    assertFalse(configuration("", false).toString().contains("hooks"));
  }

  private void send(String url, boolean allowPrivate, InetAddress... addresses) throws IOException {
    new WebhookSender(
            configuration(url, allowPrivate),
            secret,
            Clock.systemUTC(),
            new WebhookConnection(WebhookSenderTest::defaults, timer),
            host -> {
              resolved.add(host);
              return List.of(addresses);
            })
        .send(ROW);
  }

  private static WebhookConfiguration configuration(String url, boolean allowPrivate) {
    return new WebhookConfiguration(url, List.of(), allowPrivate, LONG, Duration.ofDays(3));
  }

  private static int post(WebhookConnection connection, String url) throws IOException {
    return connection.post(
        URI.create(url), InetAddress.getLoopbackAddress(), LONG, Map.of(), new byte[0]);
  }

  private static SSLSocketFactory defaults() {
    return (SSLSocketFactory) SSLSocketFactory.getDefault();
  }

  private static void answer(SSLServerSocket server) {
    while (!server.isClosed()) {
      try (var call = server.accept()) {
        byte[] end = "\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
        InputStream in = call.getInputStream();
        int matched = 0;
        while (matched < end.length) {
          int next = in.read();
          matched = next == end[matched] ? matched + 1 : next == end[0] ? 1 : 0;
          if (next < 0) {
            break;
          }
        }
        call.getOutputStream()
            .write("HTTP/1.1 204 No Content\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
      } catch (IOException e) {
        // A caller that did not trust us, or the end.
      }
    }
  }

  /** A certificate of our own for one name, and trust in it. */
  private SSLContext tlsFor(String name)
      throws IOException, InterruptedException, GeneralSecurityException {
    Path file = folder.resolve("tls.p12");
    String password = "changeit";
    Process keytool =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                "a",
                "-keyalg",
                "EC",
                "-dname",
                "CN=" + name,
                "-ext",
                "san=dns:" + name,
                "-validity",
                "2",
                "-storetype",
                "PKCS12",
                "-keystore",
                file.toString(),
                "-storepass",
                password)
            .redirectErrorStream(true)
            .start();
    String said = new String(keytool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, keytool.waitFor(), said);
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(file)) {
      keys.load(in, password.toCharArray());
    }
    KeyManagerFactory own = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    own.init(keys, password.toCharArray());
    KeyStore trusted = KeyStore.getInstance("PKCS12");
    trusted.load(null, null);
    trusted.setCertificateEntry("a", keys.getCertificate("a"));
    TrustManagerFactory trust =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(trusted);
    SSLContext tls = SSLContext.getInstance("TLS");
    tls.init(own.getKeyManagers(), trust.getTrustManagers(), null);
    return tls;
  }
}
