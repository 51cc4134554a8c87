package io.keystile.auth.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.keystile.auth.TestServer;
import io.keystile.auth.Wire;
import io.keystile.auth.guard.Entered;
import io.keystile.auth.keys.ApiKeys;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What stands in place of a key is compared, never obeyed; nearly right is wrong. */
class HostileKeysTest {

  private static final long SEED = 20270131;

  @TempDir static Path folder;
  private static TestServer server;
  private static String key;

  @BeforeAll
  static void start() {
    server = TestServer.start(WireShapes.SPEC, folder, Map.of());
    key = server.issue("good").secret().exposeText();
    assertEquals(200, server.get("/wire", "X-API-Key", key).statusCode());
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  static List<String> texts() {
    return List.of(
        "' OR '1'='1",
        "x'; DROP TABLE keystile_key; --",
        "x\" OR \"\"=\"",
        "0123456789abcdef' UNION SELECT * FROM keystile_key --",
        "%",
        "_".repeat(34),
        "ks_%",
        "*",
        "null",
        "undefined",
        "true",
        "0",
        "a".repeat(16),
        "a".repeat(17),
        "a".repeat(512),
        "a".repeat(513),
        "a".repeat(4096),
        "ks_" + "0".repeat(32),
        "${jndi:ldap://127.0.0.1/a}",
        "${api.key}",
        "#{7*7}",
        "{{7*7}}",
        "../../../../etc/passwd",
        "<script>alert(1)</script>",
        "\u00e4".repeat(32),
        "\u00ff\u00fe" + "a".repeat(30),
        "key_01JD0000000000000000000000",
        "[object Object]",
        "{\"key\":\"x\"}");
  }

  @ParameterizedTest(name = "refuses [{0}]")
  @MethodSource("texts")
  void refuses(String text) throws IOException {
    assertRefused("X-API-Key: " + text, text);
    if (text.indexOf(' ') < 0) {
      assertRefused("Authorization: Bearer " + text, text);
    }
  }

  @Test
  void refusesControlCharacters() throws IOException {
    int before = Entered.count();
    for (char c = 0; c < ' '; c++) {
      for (String text : List.of("x" + c + key, key.substring(0, 9) + c + key.substring(9))) {
        List<Integer> statuses = Wire.statuses(exchange("X-API-Key: " + text));
        assertTrue(statuses.stream().allMatch(status -> status >= 400), "character " + (int) c);
      }
    }
    assertEquals(before, Entered.count());
  }

  @Test
  void refusesWhatIsNearlyAGoodKey() {
    int before = Entered.count();
    int length = key.length();
    for (int i = 0; i < length; i++) {
      assertUnknown(key.substring(0, i) + key.substring(i + 1));
      assertUnknown(key.substring(0, i) + other(key.charAt(i)) + key.substring(i + 1));
      assertUnknown(key.substring(0, i) + 'x' + key.substring(i));
    }
    assertUnknown(key.toUpperCase(java.util.Locale.ROOT));
    assertUnknown(key.toLowerCase(java.util.Locale.ROOT));
    assertUnknown(key + key);
    assertUnknown(new StringBuilder(key).reverse().toString());
    assertUnknown(key.substring(0, 20) + "0".repeat(length - 20));
    assertEquals(before, Entered.count());
  }

  @Test
  void refusesGeneratedKeysThatNobodyHas() {
    int before = Entered.count();
    for (int i = 0; i < 20; i++) {
      var gone = server.issue("gone");
      server.bean(ApiKeys.class).delete(gone.key().id());
      assertUnknown(gone.secret().exposeText());
    }
    assertEquals(before, Entered.count());
  }

  @Test
  void refusesTextsMadeAtRandom() throws IOException {
    System.out.println("seed " + SEED);
    Random random = new Random(SEED);
    int before = Entered.count();
    for (int i = 0; i < 300; i++) {
      StringBuilder text = new StringBuilder("x");
      for (int length = random.nextInt(60); length > 0; length--) {
        text.append((char) random.nextInt(256));
      }
      String line = text.toString().replace('\n', ' ').replace('\r', ' ');
      for (String name : List.of("X-API-Key: ", "Authorization: Bearer ", "Authorization: ")) {
        List<Integer> statuses = Wire.statuses(exchange(name + line));
        assertTrue(statuses.stream().allMatch(s -> s == 401 || s == 400), line + statuses);
      }
    }
    assertEquals(before, Entered.count());
  }

  private static char other(char c) {
    return c == 'a' ? 'b' : 'a';
  }

  private static void assertUnknown(String text) {
    var answer = server.get("/wire", "Authorization", "Bearer " + text);
    assertEquals(401, answer.statusCode(), text);
    assertTrue(answer.body().contains("\"code\":\"invalid_api_key\""), answer.body());
  }

  private static void assertRefused(String header, String text) throws IOException {
    int before = Entered.count();
    String answer = exchange(header);
    assertEquals(List.of(401), Wire.statuses(answer), answer);
    assertTrue(answer.contains("\"code\":\"invalid_api_key\""), answer);
    assertFalse(text.length() > 5 && answer.contains(text), "repeats what was sent");
    assertEquals(before, Entered.count());
  }

  private static String exchange(String header) throws IOException {
    return Wire.exchange(
        server.port(),
        "GET /wire HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n" + header + "\r\n\r\n");
  }
}
