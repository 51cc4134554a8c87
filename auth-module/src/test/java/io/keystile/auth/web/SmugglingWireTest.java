package io.keystile.auth.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.keystile.auth.TestServer;
import io.keystile.auth.Wire;
import io.keystile.auth.guard.Entered;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Several requests on one connection: each needs its own key, and none hides in another. */
class SmugglingWireTest {

  @TempDir static Path folder;
  private static TestServer server;
  private static String good;

  @BeforeAll
  static void start() {
    server = TestServer.start(WireShapes.SPEC, folder, Map.of());
    good = "Authorization: Bearer " + server.issue("wire").secret().exposeText() + "\r\n";
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void refusesTheSecondOfTwoPipelinedRequests() throws IOException {
    int before = Entered.count();
    String answers = exchange(get(good) + get(""));
    assertEquals(List.of(200, 401), Wire.statuses(answers));
    assertEquals(before + 1, Entered.count());
  }

  @Test
  void refusesTheFirstOfTwoPipelinedRequests() throws IOException {
    int before = Entered.count();
    assertEquals(List.of(401, 200), Wire.statuses(exchange(get("") + get(good))));
    assertEquals(before + 1, Entered.count());
  }

  @Test
  void keepsTheOrderWhileAKeyIsFetched() throws IOException {
    int before = Entered.count();
    String fresh = "Authorization: Bearer " + server.issue("fresh").secret().exposeText() + "\r\n";
    String answers = exchange(get(fresh) + get("") + get(fresh) + get("X-API-Key: nobody\r\n"));
    assertEquals(List.of(200, 401, 200, 401), Wire.statuses(answers));
    assertEquals(before + 2, Entered.count());
  }

  @Test
  void refusesARequestBehindTheBodyOfAGoodOne() throws IOException {
    int before = Entered.count();
    String answers = exchange(post(good + "Content-Length: 4\r\n") + "body" + get(""));
    assertEquals(List.of(200, 401), Wire.statuses(answers));
    assertEquals(before + 1, Entered.count());
  }

  /** What follows is not read, not even with a good key: it may be part of another's request. */
  @ParameterizedTest(name = "hangs up on [{0}]")
  @ValueSource(
      strings = {
        "Content-Length: 0\r\nTransfer-Encoding: chunked",
        "Transfer-Encoding: chunked\r\nContent-Length: 0",
        "Content-Length: 3\r\nTransfer-Encoding: chunked",
        "Transfer-Encoding: chunked, xchunked",
        "Transfer-Encoding: xchunked",
        "Transfer-Encoding: chunked, identity",
        "Transfer-Encoding: chunked\r\nTransfer-Encoding: identity",
        "Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked",
        "Transfer-Encoding:\u000bchunked",
        "Transfer-Encoding: \u0000chunked",
        "Transfer-Encoding: \"chunked\"",
        "Transfer-Encoding: chunked;q=1",
        "Transfer-Encoding : chunked",
        "Transfer-Encoding\u000b: chunked",
        "Transfer-Encoding\r\n : chunked",
        "X: y\nTransfer-Encoding: chunked",
        "X: y\rTransfer-Encoding: chunked",
        "Content-Length: 0\r\nContent-Length: 60",
        "Content-Length: 60\r\nContent-Length: 0",
        "Content-Length: 0, 60",
        "Content-Length: +0",
        "Content-Length: -1",
        "Content-Length: 0x0",
        "Content-Length: 0 60",
        "Content-Length: \u00b2",
        "Content-Length: 18446744073709551616",
        "Content-Length : 0"
      })
  void hangsUpOn(String framing) throws IOException {
    int before = Entered.count();
    for (String inner : List.of("", "0\r\n\r\n", "1\r\nx\r\n0\r\n\r\n")) {
      for (String key : List.of(good, "")) {
        String answers = exchange(post(key + framing + "\r\n") + inner + get(good));
        assertEquals(List.of(400), Wire.statuses(answers));
      }
    }
    assertEquals(before, Entered.count());
  }

  /** Odd, but read in one way only. */
  @ParameterizedTest(name = "does not enter what hides behind [{0}]")
  @ValueSource(
      strings = {
        "Transfer-Encoding: xchunked, chunked",
        "Transfer-Encoding: identity, chunked",
        "Transfer-Encoding: identity\r\nTransfer-Encoding: chunked",
        " Transfer-Encoding: chunked",
        "X: y\r\n Transfer-Encoding: chunked",
        "Transfer_Encoding: chunked",
        "Content-Length: 00",
        "Content_Length: 0"
      })
  void doesNotEnterWhatHidesBehind(String framing) throws IOException {
    for (String inner : List.of("", "0\r\n\r\n", "1\r\nx\r\n0\r\n\r\n")) {
      for (String key : List.of(good, "")) {
        neverEntersTheInner(post(key + framing + "\r\n") + inner, key.isEmpty());
      }
    }
  }

  @ParameterizedTest(name = "does not read on behind the chunk [{0}]")
  @ValueSource(
      strings = {
        "0;a=\"\r\n\r\n",
        "0;a=\"x\r\n\"\r\n\r\n",
        "1;a=\"\r\nx\r\n0\r\n\r\n",
        "0;\n\r\n",
        "0\n\n",
        "0\r\r\n",
        "0 \r\n\r\n",
        "+0\r\n\r\n",
        "0x0\r\n\r\n",
        "-0\r\n\r\n",
        "\r\n0\r\n\r\n",
        "\u00010\r\n\r\n",
        "1\r\nxx\r\n0\r\n\r\n",
        "2\r\nx\r\n0\r\n\r\n",
        "1\r\nx0\r\n\r\n",
        "FFFFFFFFFFFFFFFF\r\n\r\n",
        "100000000\r\n\r\n",
        "G\r\n\r\n"
      })
  void doesNotReadOnBehindTheChunk(String chunk) throws IOException {
    int before = Entered.count();
    String answers = exchange(post("Transfer-Encoding: chunked\r\n") + chunk + get(good));
    assertEquals(List.of(401), Wire.statuses(answers));
    assertEquals(before, Entered.count());
    neverEntersTheInner(post(good + "Transfer-Encoding: chunked\r\n") + chunk, false);
  }

  @ParameterizedTest(name = "does not take a key or a length from the trailer [{0}]")
  @ValueSource(
      strings = {
        "00000000000000000\r\n\r\n",
        "0\r\nAuthorization: Bearer x\r\n\r\n",
        "0\r\nTransfer-Encoding: chunked\r\n\r\n"
      })
  void doesNotTakeAnythingFromTheTrailer(String trailer) throws IOException {
    for (String key : List.of(good, "")) {
      neverEntersTheInner(post(key + "Transfer-Encoding: chunked\r\n") + trailer, key.isEmpty());
    }
  }

  @ParameterizedTest(name = "does not enter behind the bytes [{0}]")
  @ValueSource(
      strings = {
        "\u0000",
        "\u0001",
        "\u001f",
        "\u0000\r\n",
        "\r",
        "\n",
        "\u007f",
        "\u00ff",
        " ",
        "\u000b"
      })
  void doesNotEnterBehindLeadingBytes(String bytes) throws IOException {
    neverEntersTheInner(bytes, true);
    neverEntersTheInner(get(good) + bytes, false);
    neverEntersTheInner("G" + bytes, true);
  }

  @Test
  void doesNotEnterWhatHidesInAnHttp10RequestWithBothLengths() throws IOException {
    neverEntersTheInner(
        """
        POST /wire HTTP/1.0
        Host: localhost
        Connection: keep-alive
        Content-Length: 5
        Transfer-Encoding: chunked

        0

        """
            .replace("\n", "\r\n"),
        true);
  }

  @Test
  void doesNotEnterWhatHidesInTheTrailerOfAGoodRequest() throws IOException {
    neverEntersTheInner(
        post(good + "Transfer-Encoding: chunked\r\n") + "0\r\n" + get("") + "\r\n", false);
  }

  /** The outer request may be entered once if it had a key; the inner, which has none, never. */
  private static void neverEntersTheInner(String outer, boolean withoutKey) throws IOException {
    int before = Entered.count();
    String answers = exchange(outer + get("") + get("Connection: close\r\n"));
    int entered = Entered.count() - before;
    assertTrue(entered <= (withoutKey ? 0 : 1), () -> outer + " entered " + entered + answers);
    long good = Wire.statuses(answers).stream().filter(status -> status == 200).count();
    assertTrue(good <= (withoutKey ? 0 : 1), answers);
  }

  private static String get(String headers) {
    return "GET /wire HTTP/1.1\r\nHost: localhost\r\n" + headers + "\r\n";
  }

  private static String post(String headers) {
    return "POST /wire HTTP/1.1\r\nHost: localhost\r\nContent-Type: text/plain\r\n"
        + headers
        + "\r\n";
  }

  private static String exchange(String text) throws IOException {
    return Wire.exchange(server.port(), text);
  }
}
