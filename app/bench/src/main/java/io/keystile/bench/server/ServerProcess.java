package io.keystile.bench.server;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** A server in a process of its own, on a free port of the loopback address. */
public final class ServerProcess implements AutoCloseable {

  private final Children children;
  private final Process process;
  private final URI base;
  private final Path log;
  private final Duration start;

  private ServerProcess(Children children, Process process, URI base, Path log, Duration start) {
    this.children = children;
    this.process = process;
    this.base = base;
    this.log = log;
    this.start = start;
  }

  /**
   * Starts the program and waits until the probe is content.
   *
   * @param log where its output goes
   * @throws IOException when it ends or stays silent; the message holds the end of its output
   */
  public static ServerProcess start(Children children, JavaProgram program, Probe probe, Path log)
      throws IOException, InterruptedException {
    int port = Ports.free();
    JavaProgram here =
        program
            .with("micronaut.server.host", "127.0.0.1")
            .with("micronaut.server.port", Integer.toString(port));
    return start(children, new ProcessBuilder(here.command()), port, probe, log);
  }

  /** Starts a command that listens on the port, and waits until the probe is content. */
  public static ServerProcess start(
      Children children, ProcessBuilder command, int port, Probe probe, Path log)
      throws IOException, InterruptedException {
    URI base = URI.create("http://127.0.0.1:" + port);
    long begin = System.nanoTime();
    Process process =
        children.start(command.redirectErrorStream(true).redirectOutput(log.toFile()));
    try {
      probe.await(base, process);
    } catch (IOException e) {
      children.stop(process);
      throw new IOException(e.getMessage() + "\n" + tail(log), e);
    }
    Duration start = Duration.ofNanos(System.nanoTime() - begin);
    return new ServerProcess(children, process, base, log, start);
  }

  /** The address of a path on it. */
  public URI at(String path) {
    return base.resolve(path);
  }

  /** How long it took from its start to its first answer. */
  public Duration startTime() {
    return start;
  }

  /** Seconds of CPU time that it and its workers have used. */
  public double cpuSeconds() throws IOException {
    return ProcFile.familySeconds(process);
  }

  /** Memory that it has in use, in MiB. */
  public double residentMib() throws IOException {
    return ProcFile.residentMib(process.pid());
  }

  /** What it has written so far. */
  public String output() throws IOException {
    return Files.readString(log);
  }

  /** Whether it is running still. */
  public boolean isAlive() {
    return process.isAlive();
  }

  /** Stops it and waits until it is gone. */
  @Override
  public void close() {
    children.stop(process);
  }

  private static String tail(Path log) throws IOException {
    String text = Files.readString(log);
    return text.substring(Math.max(0, text.length() - 2_000));
  }
}
