package io.keystile.app.endtoend;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A process of the built program, with all it says. */
final class Child implements AutoCloseable {

  private static final long PATIENCE = 60;

  private final Process process;
  private final BlockingQueue<String> news = new LinkedBlockingQueue<>();
  private final List<String> out = new CopyOnWriteArrayList<>();
  private final List<String> err = new CopyOnWriteArrayList<>();
  private final List<Thread> readers;

  private Child(Process process) {
    this.process = process;
    this.readers =
        List.of(
            reader(process.inputReader(StandardCharsets.UTF_8), out),
            reader(process.errorReader(StandardCharsets.UTF_8), err));
  }

  /** Starts the runnable jar in the folder. */
  static Child start(Path folder, Map<String, String> environment, String... args)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-XX:TieredStopAtLevel=1");
    command.add("-XX:+UseSerialGC");
    command.addAll(classCache());
    command.add("-jar");
    command.add(Objects.requireNonNull(System.getProperty("keystile.jar")));
    command.addAll(List.of(args));
    return start(folder, environment, command);
  }

  /** Starts of the launcher have one, too. */
  private static List<String> classCache() {
    String file = Objects.requireNonNull(System.getProperty("keystile.classes"));
    return Files.exists(Path.of(file))
        ? List.of("-XX:SharedArchiveFile=" + file, "-Xlog:cds*=off")
        : List.of();
  }

  /** Starts any command in the folder. */
  static Child start(Path folder, Map<String, String> environment, List<String> command)
      throws IOException {
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    builder.environment().keySet().removeIf(name -> name.startsWith("KEYSTILE_"));
    builder.environment().putAll(environment);
    Process process = builder.start();
    process.getOutputStream().close();
    return new Child(process);
  }

  /** The next line, of either stream, that begins so. */
  String awaitLine(String start) throws InterruptedException {
    for (String line = ""; line != null; line = news.poll(PATIENCE, TimeUnit.SECONDS)) {
      if (line.startsWith(start)) {
        return line;
      }
    }
    throw new AssertionError("Did not say: " + start + "\n" + err);
  }

  /** Asks it to end, as a service manager does. */
  void terminate() {
    // Process.destroy would close the streams as well.
    process.toHandle().destroy();
  }

  /** Its exit code, once it has ended and all it said is here. */
  int awaitEnd() throws InterruptedException {
    if (!process.waitFor(PATIENCE, TimeUnit.SECONDS)) {
      throw new AssertionError("Does not end\n" + err);
    }
    for (Thread reader : readers) {
      reader.join();
    }
    return process.exitValue();
  }

  List<String> out() {
    return out;
  }

  List<String> err() {
    return err;
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }

  private Thread reader(BufferedReader reader, List<String> lines) {
    Thread thread = new Thread(() -> read(reader, lines));
    thread.setDaemon(true);
    thread.start();
    return thread;
  }

  private void read(BufferedReader reader, List<String> lines) {
    try (reader) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        lines.add(line);
        news.add(line);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
