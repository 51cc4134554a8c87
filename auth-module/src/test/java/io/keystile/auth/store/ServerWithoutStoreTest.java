package io.keystile.auth.store;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServerWithoutStoreTest {

  @TempDir Path folder;

  @Test
  void servesNothing() throws IOException {
    Path file = folder.resolve("keys.db");
    Files.writeString(file, "not a database");
    int port = freePort();
    RuntimeException fault =
        assertThrows(
            RuntimeException.class,
            () ->
                ApplicationContext.run(
                    EmbeddedServer.class,
                    Map.of("keystile.db", file.toString(), "micronaut.server.port", port)));
    assertTrue(String.valueOf(fault.getMessage()).contains("is not a SQLite database"));
    assertThrows(ConnectException.class, () -> connect(port));
  }

  private static void connect(int port) throws IOException {
    new Socket(InetAddress.getLoopbackAddress(), port).close();
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
