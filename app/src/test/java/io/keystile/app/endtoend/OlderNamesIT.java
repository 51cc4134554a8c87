package io.keystile.app.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("slow")
class OlderNamesIT {

  private static final String ADMIN = "admin-0123456789-abcdefgh";
  private static final String VALID = "valid-0123456789-abcdefgh-0123456789";

  @TempDir private Path folder;

  @Test
  void takesKeysAndLimitsFromTheirOlderNames() throws Exception {
    Files.writeString(
        folder.resolve(".env.local"),
        "API_RATE_LIMIT=9\nexport VALID_API_KEYS=\"other-0123456789-abcdefgh, " + VALID + "\"\n");
    Map<String, String> settings =
        Map.of("ADMIN_API_KEY", ADMIN, "API_RATE_LIMIT", "1", "KEYSTILE_BOOTSTRAP", "fail");
    try (RunningServer server = RunningServer.start(folder, settings)) {
      assertEquals(200, server.models(ADMIN).statusCode());
      HttpResponse<String> first = server.models(VALID);
      assertEquals(200, first.statusCode());
      assertEquals("\"1h\";q=1;w=3600", first.headers().firstValue("RateLimit-Policy").orElse(""));
      HttpResponse<String> second = server.models(VALID);
      assertEquals(429, second.statusCode());
      assertTrue(second.body().contains("\"code\":\"rate_limit_exceeded\""), second.body());
      assertTrue(second.headers().firstValue("Retry-After").isPresent());
      assertTrue(second.headers().firstValue("RateLimit").isPresent());
      String said = String.join("\n", server.child().err());
      assertTrue(said.contains("ADMIN_API_KEY is short"), said);
      assertTrue(said.contains(".env.local can be read by others"), said);
      assertFalse(said.contains(ADMIN) || said.contains(VALID), said);
      assertFalse(Files.exists(folder.resolve("first-key.txt")));
    }
  }

  @Test
  void letsTheNameOfTodayWin() throws Exception {
    Map<String, String> settings =
        Map.of("ALLOWED_IPS", "192.0.2.1", "KEYSTILE_ADDRESSES_ALLOW", "127.0.0.0/8,::1");
    try (RunningServer server = RunningServer.start(folder, settings)) {
      assertEquals(200, server.models(server.firstKey()).statusCode());
    }
  }

  @Test
  void keepsOtherAddressesOut() throws Exception {
    try (RunningServer server = RunningServer.start(folder, Map.of("ALLOWED_IPS", "192.0.2.1"))) {
      HttpResponse<String> refused = server.models(server.firstKey());
      assertEquals(403, refused.statusCode());
      assertTrue(refused.body().contains("\"code\":\"ip_not_allowed\""), refused.body());
    }
  }

  @Test
  void refusesAValueThatCannotBeReadInOneLine() throws Exception {
    try (Child child = Child.start(folder, Map.of("API_RATE_LIMIT", "x"), "serve", "--port=0")) {
      assertEquals(2, child.awaitEnd());
      assertEquals(1, child.err().size(), child.err().toString());
      assertTrue(child.err().get(0).startsWith("API_RATE_LIMIT"), child.err().toString());
    }
  }

  @Test
  void refusesToBeOpenToOthers() throws Exception {
    try (Child child =
        Child.start(folder, Map.of(), "serve", "--port=0", "--host=0.0.0.0", "--disable-auth")) {
      assertEquals(2, child.awaitEnd());
      assertEquals(1, child.err().size(), child.err().toString());
      assertTrue(child.err().get(0).contains("--allow-open"), child.err().toString());
    }
  }

  @Test
  void isOpenToThisMachineByItsOwnNameOnly() throws Exception {
    Files.writeString(folder.resolve("keystile.yml"), "auth:\n  disable_auth: true\n");
    try (RunningServer server = RunningServer.start(folder, Map.of())) {
      assertEquals(200, server.get("/v1/models", "Accept", "application/json").statusCode());
      assertTrue(crafted(server).startsWith("HTTP/1.1 403 "), crafted(server));
      String said = String.join("\n", server.child().err());
      assertTrue(said.contains("Authentication is OFF"), said);
    }
  }

  private static String crafted(RunningServer server) throws IOException {
    try (Socket socket = new Socket(server.uri("").getHost(), server.uri("").getPort())) {
      socket
          .getOutputStream()
          .write(
              "GET /v1/models HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n"
                  .getBytes(StandardCharsets.US_ASCII));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
