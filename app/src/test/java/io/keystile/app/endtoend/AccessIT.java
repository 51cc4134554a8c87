package io.keystile.app.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.keystile.app.Program;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AccessIT {

  @TempDir private Path folder;

  @Test
  void obeysTheListsAndLimitsOfAKey() throws Exception {
    Program program = Program.in(folder);
    String elsewhere = secret(program, "elsewhere", "--allow=192.0.2.1");
    String here = secret(program, "here", "--allow=127.0.0.1", "--rate=1/1h");
    try (RunningServer server = RunningServer.start(folder, Map.of())) {
      HttpResponse<String> refused = server.models(elsewhere);
      assertEquals(403, refused.statusCode());
      assertTrue(refused.body().contains("\"code\":\"ip_not_allowed\""), refused.body());
      assertEquals(200, server.models(here).statusCode());
      assertEquals(429, server.models(here).statusCode());
    }
  }

  @Test
  void asksNobodyForAKeyOnThisMachineWhenToldSo() throws Exception {
    try (RunningServer server = RunningServer.start(folder, Map.of(), "--disable-auth")) {
      assertEquals(200, server.get("/v1/models", "Accept", "*/*").statusCode());
      String crafted = underAnotherName(server);
      assertTrue(crafted.startsWith("HTTP/1.1 403 "), crafted);
    }
  }

  private static String secret(Program program, String name, String... options) {
    return program.create(name, options).get("key").getStringValue();
  }

  private static String underAnotherName(RunningServer server) throws IOException {
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
