package io.keystile.auth.redact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.HotSpotDiagnosticMXBean;
import io.keystile.auth.ApiKey;
import io.keystile.auth.TestServer;
import io.keystile.auth.annotation.ApiKeyProtected;
import io.keystile.auth.keys.ApiKeys;
import io.keystile.auth.keys.IssuedKey;
import io.keystile.auth.keys.KeyImport;
import io.keystile.auth.keys.KeyImporter;
import io.keystile.auth.secret.KeyGenerator;
import io.micronaut.context.annotation.Requires;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel.MapMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** After the answer no copy of the presented key is in memory, whatever became of it. */
@Tag("slow")
class HeapTest {

  private static final String SPEC = "HeapTest";
  private static final String CONTROL = "control";

  @TempDir Path folder;

  private final Map<String, MaskedText> presented = new LinkedHashMap<>();
  private final String control = "control " + UUID.randomUUID();

  @ParameterizedTest
  @ValueSource(strings = {"", "0123456789abcdef0123456789abcdef"})
  void holdsNoCopyOfAPresentedKey(String pepper) throws Exception {
    Map<String, Object> settings =
        Map.of(
            "keystile.keys.pepper",
            pepper,
            "keystile.reading.query",
            true,
            "keystile.brute-force.trusted-addresses",
            "",
            "keystile.brute-force.max-failures",
            50,
            "keystile.cache.unknown-max-age",
            "1m");
    try (TestServer server = TestServer.start(SPEC, folder, settings)) {
      prepare(server);
      for (int i = 0; i < 3; i++) {
        presentAll(server.port());
      }
      // A connection takes its buffers with it, after those before it on the same event loop.
      for (int i = 0; i < 40; i++) {
        assertEquals(401, send(server.port(), MaskedText.of("none"), "/heap", "X-Other: "));
      }
      presented.put(CONTROL, MaskedText.of(control));
      Path dump = folder.resolve("heap.hprof");
      ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class)
          .dumpHeap(dump.toString(), true);
      assertEquals(Set.of(CONTROL), foundIn(dump));
      assertTrue(server.context().isRunning(), control);
    }
  }

  private void prepare(TestServer server) {
    remember("accepted", server.issue("accepted"));
    IssuedKey disabled = server.issue("disabled");
    server.bean(ApiKeys.class).disable(disabled.key().id());
    remember("disabled", disabled);
    String unknown = server.bean(KeyGenerator.class).generate("ks_").exposeText();
    presented.put("unknown", MaskedText.of(unknown));
    presented.put(
        "malformed", MaskedText.of("ks_" + UUID.randomUUID().toString().replace("-", "")));
    presented.put("impossible", MaskedText.of("é" + UUID.randomUUID()));
    String imported = "imported," + UUID.randomUUID();
    server
        .bean(KeyImporter.class)
        .importKeys(List.of(imported), new KeyImport("imported", null, false));
    presented.put("imported", MaskedText.of(imported));
  }

  private void remember(String what, IssuedKey issued) {
    presented.put(what, MaskedText.of(issued.secret().exposeText()));
  }

  private void presentAll(int port) throws IOException {
    for (Map.Entry<String, MaskedText> key : presented.entrySet()) {
      int expected = Set.of("accepted", "imported").contains(key.getKey()) ? 200 : 401;
      MaskedText text = key.getValue();
      assertEquals(expected, send(port, text, "/heap", "Authorization: Bearer "));
      assertEquals(expected, send(port, text, "/heap", "X-API-Key: "));
      if (!key.getKey().equals("impossible")) {
        assertEquals(expected, sendQuery(port, text));
      }
    }
  }

  private static int send(int port, MaskedText key, String path, String header) throws IOException {
    String head = "GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n" + header;
    return send(port, key.between(head, "\r\n\r\n"));
  }

  private static int sendQuery(int port, MaskedText key) throws IOException {
    String rest = " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
    return send(port, key.between("GET /heap?api_key=", rest));
  }

  private static int send(int port, byte[] request) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.getOutputStream().write(request);
      byte[] answer = socket.getInputStream().readAllBytes();
      return Integer.parseInt(new String(answer, 9, 3, StandardCharsets.ISO_8859_1));
    } finally {
      Arrays.fill(request, (byte) 0);
    }
  }

  private Set<String> foundIn(Path dump) throws IOException {
    List<Pattern> patterns = new ArrayList<>();
    boolean[] first = new boolean[256];
    for (Map.Entry<String, MaskedText> key : presented.entrySet()) {
      byte[] narrow = key.getValue().end(StandardCharsets.ISO_8859_1);
      byte[] wide = key.getValue().end(StandardCharsets.UTF_16LE);
      patterns.add(new Pattern(key.getKey(), narrow));
      // Without the last zero it is the same in either order of bytes.
      patterns.add(new Pattern(key.getKey(), Arrays.copyOf(wide, wide.length - 1)));
      first[narrow[0]] = true;
    }
    Set<String> found = new TreeSet<>();
    try (RandomAccessFile file = new RandomAccessFile(dump.toFile(), "r")) {
      MappedByteBuffer bytes = file.getChannel().map(MapMode.READ_ONLY, 0, file.length());
      for (int at = 0; at < bytes.limit() - 40; at++) {
        if (first[bytes.get(at) & 0xff]) {
          int here = at;
          patterns.stream()
              .filter(pattern -> pattern.isAt(bytes, here))
              .forEach(pattern -> found.add(pattern.described(bytes, here)));
        }
      }
    }
    return found;
  }

  private record Pattern(String what, List<Byte> bytes) {

    Pattern(String what, byte[] bytes) {
      this(what, IntStream.range(0, bytes.length).mapToObj(i -> bytes[i]).toList());
    }

    boolean isAt(MappedByteBuffer dump, int at) {
      int matched = 0;
      while (matched < bytes.size() && dump.get(at + matched) == bytes.get(matched)) {
        matched++;
      }
      return matched == bytes.size();
    }

    String described(MappedByteBuffer dump, int at) {
      return what.equals(CONTROL) ? what : what + ": " + around(dump, at);
    }
  }

  private static String around(MappedByteBuffer bytes, int at) {
    byte[] part = new byte[400];
    bytes.get(Math.max(0, at - 200), part, 0, part.length);
    return new String(part, StandardCharsets.ISO_8859_1).replaceAll("[^ -~]", ".");
  }

  @Requires(property = "spec.name", value = SPEC)
  @Controller("/heap")
  @ApiKeyProtected
  static class Guarded {

    @Get(produces = "text/plain")
    String show(ApiKey key) {
      return key.name();
    }
  }
}
