package io.keystile.bench.suite;

import io.keystile.bench.server.Ports;
import io.keystile.bench.server.Probe;
import io.keystile.bench.server.ServerProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The program as people run it, by its script.
 *
 * @param lab where it is started
 * @param keys the database it is started on
 */
record Program(Lab lab, Keys keys) {

  /** A guarded route of it. */
  static final String PATH = "/v1/models";

  private static final String CACHE_SWITCH = "KEYSTILE_CLASS_CACHE";

  /** Whether it comes with a cache of classes, which can be switched off. */
  boolean hasClassCache() throws IOException {
    return Files.readString(script()).contains(CACHE_SWITCH);
  }

  /** Starts the server and waits until it lets the first key in. */
  ServerProcess serve(boolean classCache) throws IOException, InterruptedException {
    int port = Ports.free();
    ProcessBuilder command =
        command("serve", "--host", "127.0.0.1", "--port", Integer.toString(port));
    command.environment().put(CACHE_SWITCH, classCache ? "on" : "off");
    Probe probe = new Probe(PATH, keys.first(), 200);
    return ServerProcess.start(lab.children(), command, port, probe, lab.newLog());
  }

  /** Lists the first keys, and answers how many seconds that took. */
  double listSeconds() throws IOException, InterruptedException {
    Path log = lab.newLog();
    long begin = System.nanoTime();
    Process process =
        lab.children()
            .start(command("keys", "list").redirectErrorStream(true).redirectOutput(log.toFile()));
    try {
      if (process.waitFor() != 0) {
        throw new IOException("keystile keys list failed:\n" + Files.readString(log));
      }
      return (System.nanoTime() - begin) / 1e9;
    } finally {
      lab.children().stop(process);
    }
  }

  private ProcessBuilder command(String... arguments) {
    ProcessBuilder builder = new ProcessBuilder(script().toString());
    builder.command().addAll(List.of(arguments));
    builder.command().addAll(List.of("--db", keys.database().toString()));
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    builder.environment().put("KEYSTILE_BRUTE_FORCE_ENABLED", "false");
    return builder;
  }

  private Path script() {
    return lab.root().resolve("app/keystile");
  }
}
