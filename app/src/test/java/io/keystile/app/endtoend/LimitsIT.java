package io.keystile.app.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(Lifecycle.PER_CLASS)
class LimitsIT {

  private final RunningServer server;

  LimitsIT(@TempDir Path folder) throws Exception {
    this.server = RunningServer.start(folder, Map.of("KEYSTILE_REQUEST_HEAD_TIMEOUT", "1s"));
  }

  @AfterAll
  void stop() {
    server.close();
  }

  @Test
  void closesAConnectionWhoseHeadersDoNotEnd() throws IOException {
    try (Socket socket = socket()) {
      socket.setSoTimeout(30_000);
      socket
          .getOutputStream()
          .write("GET / HTTP/1.1\r\nHost: a\r\n".getBytes(StandardCharsets.US_ASCII));
      assertEquals(-1, socket.getInputStream().read());
    }
  }

  @Test
  void refusesHeadersThatAreTooLarge() throws Exception {
    assertEquals(413, server.get("/v1/models", "X-Large", "x".repeat(20_000)).statusCode());
  }

  @Test
  void tellsNothingOfTheInside() throws Exception {
    HttpResponse<String> response = server.get("/nowhere", "Accept", "text/html");
    assertFalse(response.body().contains("micronaut"), response.body());
    assertFalse(response.body().contains("xception"), response.body());
  }

  private Socket socket() throws IOException {
    return new Socket(server.uri("").getHost(), server.uri("").getPort());
  }
}
