package io.keystile.bench.bridge;

import io.keystile.bench.server.Ports;
import io.keystile.bench.server.Probe;
import io.keystile.bench.server.ServerProcess;
import io.keystile.bench.suite.Lab;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** The program as people run it, with the model server behind it, and the first key it made. */
final class Bridge implements AutoCloseable {

  private static final int TRIES = 500;
  private static final int PAUSE_MILLIS = 20;

  private final ServerProcess server;
  private final String key;

  private Bridge(ServerProcess server, String key) {
    this.server = server;
    this.key = key;
  }

  static Bridge start(Lab lab, InetSocketAddress model) throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory(lab.scratch(), "bridge");
    int port = Ports.free();
    ProcessBuilder command = command(lab, folder.resolve("keys.db"), port);
    command.environment().put("KEYSTILE_BRIDGE_BACKEND", "upstream");
    command
        .environment()
        .put("KEYSTILE_BRIDGE_UPSTREAM_URL", "http://127.0.0.1:" + model.getPort() + "/v1");
    command.environment().put("KEYSTILE_BRIDGE_UPSTREAM_API_KEY", Chat.MODEL_KEY);
    ServerProcess server =
        ServerProcess.start(lab.children(), command, port, Probe.ANY, lab.newLog());
    try {
      return new Bridge(server, firstKey(folder.resolve("first-key.txt")));
    } catch (IOException e) {
      server.close();
      throw e;
    }
  }

  ServerProcess server() {
    return server;
  }

  String key() {
    return key;
  }

  @Override
  public void close() {
    server.close();
  }

  private static ProcessBuilder command(Lab lab, Path database, int port) {
    ProcessBuilder command =
        new ProcessBuilder(
            lab.root().resolve("app/keystile").toString(),
            "serve",
            "--db",
            database.toString(),
            "--port",
            Integer.toString(port));
    command.environment().put("JAVA_HOME", System.getProperty("java.home"));
    return command;
  }

  /** It is written a moment after the server has begun to listen. */
  private static String firstKey(Path file) throws IOException, InterruptedException {
    for (int tries = 0; tries < TRIES; tries++) {
      String key = read(file);
      if (key.endsWith("\n")) {
        return key.strip();
      }
      Thread.sleep(PAUSE_MILLIS);
    }
    throw new IOException("The server made no first key");
  }

  private static String read(Path file) throws IOException {
    try {
      return Files.readString(file);
    } catch (NoSuchFileException e) {
      return "";
    }
  }
}
