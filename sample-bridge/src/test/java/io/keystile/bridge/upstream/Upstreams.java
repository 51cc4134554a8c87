package io.keystile.bridge.upstream;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.keystile.bridge.Bridge;
import io.keystile.bridge.Json;
import io.micronaut.json.tree.JsonNode;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;

/** What the tests of the upstream backend share. */
final class Upstreams {

  static final String KEY = "sk-provider-0123456789abcdef";
  static final String HEAD = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n";
  static final String STREAM_HEAD =
      "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nTransfer-Encoding: chunked\r\n\r\n";
  static final String CHAT = "{\"model\":\"m\",\"messages\":[]}";

  private Upstreams() {}

  static String ok(String body) {
    return answer("200 OK", body);
  }

  static String answer(String status, String body, String... headers) {
    StringBuilder answer = new StringBuilder("HTTP/1.1 " + status + "\r\n");
    answer.append("Content-Type: application/json\r\n");
    for (String header : headers) {
      answer.append(header).append("\r\n");
    }
    return answer + "Content-Length: " + body.length() + "\r\n\r\n" + body;
  }

  static Bridge bridgeTo(String url, String... settings) {
    Map<String, Object> properties = new HashMap<>();
    properties.put("keystile.bridge.backend", "upstream");
    properties.put("keystile.bridge.upstream.url", url);
    properties.put("keystile.bridge.upstream.api-key", KEY);
    for (int i = 0; i < settings.length; i += 2) {
      properties.put("keystile.bridge.upstream." + settings[i], settings[i + 1]);
    }
    return Bridge.start(properties);
  }

  static void assertError(HttpResponse<String> response, int status, String code) {
    assertEquals(status, response.statusCode(), response.body());
    JsonNode error = Json.read(response.body()).get("error");
    assertEquals("server_error", error.get("type").getStringValue());
    assertEquals(code, error.get("code").getStringValue());
  }
}
