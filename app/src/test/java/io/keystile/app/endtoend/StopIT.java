package io.keystile.app.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StopIT {

  private static final String BODY =
      "{\"model\":\"echo\",\"messages\":[{\"role\":\"user\",\"content\":\"hi\"}]}";

  @TempDir private Path folder;

  @Test
  void finishesARequestInFlight() throws Exception {
    try (RunningServer server = RunningServer.start(folder, Map.of());
        Socket socket = new Socket(server.uri("").getHost(), server.uri("").getPort())) {
      OutputStream request = socket.getOutputStream();
      request.write(
          (head(server.firstKey()) + BODY.substring(0, 10)).getBytes(StandardCharsets.US_ASCII));
      request.flush();
      // Another request that was answered: the first one has arrived by then.
      assertEquals(200, server.models(server.firstKey()).statusCode());
      server.child().terminate();
      server.child().awaitLine("Stopping");
      request.write(BODY.substring(10).getBytes(StandardCharsets.US_ASCII));
      request.flush();
      String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertTrue(answer.startsWith("HTTP/1.1 200 "), answer);
      assertEquals(143, server.child().awaitEnd());
      assertFalse(Files.exists(folder.resolve("keys.db-wal")), "The database was not closed");
    }
  }

  private static String head(String key) {
    return "POST /v1/chat/completions HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json"
        + "\r\nAuthorization: Bearer "
        + key
        + "\r\nContent-Length: "
        + BODY.length()
        + "\r\n\r\n";
  }
}
