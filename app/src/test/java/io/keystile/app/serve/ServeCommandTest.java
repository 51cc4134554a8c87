package io.keystile.app.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.keystile.app.Program;
import io.keystile.app.Program.Result;
import io.keystile.app.cli.ExitCode;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ServeCommandTest {

  @TempDir private Path folder;

  @Test
  void refusesAPortInUseAndMakesNoKey() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Result result = refused(ExitCode.LISTEN, "--port=" + taken.getLocalPort());
      assertTrue(result.err().contains("in use"), result.err());
      assertFalse(Files.exists(folder.resolve("first-key.txt")));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"no.such.host.invalid", "not a host", "192.0.2.1"})
  void refusesAHostThatIsNotOfThisMachine(String host) {
    refused(ExitCode.LISTEN, "--host=" + host, "--port=0");
  }

  @ParameterizedTest
  @ValueSource(strings = {"-1", "65536"})
  void refusesAPortOutOfRange(String port) {
    refused(ExitCode.USAGE, "--port=" + port);
  }

  @Test
  void refusesAStoreThatIsNoDatabase() throws IOException {
    Files.writeString(folder.resolve("keys.db"), "This is not a database, it is a letter.");
    refused(ExitCode.STORE, "--port=0");
  }

  private Result refused(ExitCode exitCode, String... options) {
    String[] args = new String[options.length + 1];
    args[0] = "serve";
    System.arraycopy(options, 0, args, 1, options.length);
    Result result = Program.in(folder).run(args).expect(exitCode);
    assertEquals("", result.out());
    assertEquals(1, result.err().lines().count(), result.err());
    return result;
  }
}
