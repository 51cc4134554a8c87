package io.keystile.app;

import io.keystile.app.cli.Streams;
import io.keystile.app.cli.Terminal;
import io.keystile.auth.redact.LogRedaction;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.PipedReader;
import java.io.PipedWriter;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Goes once through what the program does every day, while the Java virtual machine notes which
 * classes that takes: with the argument {@code commands} through commands, else through a server.
 * Works in the current directory, which should be empty, and leaves its files there, among them the
 * native library of the store. Ends with 0 when all went as it should, else with 1.
 */
public final class Rehearsal {

  private static final int WINDOW = 1 << 16;
  private static final int ROUNDS = 20;
  private static final String LISTENS = "Keystile listens on ";
  private static final String LAST_LINE = "More keys:";
  private static final Path FIRST_KEY = Path.of("data", "first-key.txt");
  private static final Path LIBRARY = Path.of("sqlite");

  private Rehearsal() {}

  public static void main(String[] args) {
    LogRedaction.enforce();
    boolean commands = args.length > 0 && args[0].equals("commands");
    System.exit(succeeds(commands) ? 0 : 1);
  }

  private static boolean succeeds(boolean commands) {
    try {
      RehearsalStore.make();
      if (commands) {
        rehearseCommands();
      } else {
        rehearseServer();
      }
      new NativeLibrary(LIBRARY).unpack();
      return true;
    } catch (IOException | IllegalStateException e) {
      Streams.ofProcess().tell("The rehearsal failed: " + e.getMessage());
      return false;
    }
  }

  private static void rehearseServer() throws IOException {
    try (BufferedReader lines = serve()) {
      RehearsalCaller caller = new RehearsalCaller(awaitPort(lines));
      String key = Files.readString(FIRST_KEY).strip();
      String admin = createAdministrator();
      caller.callWithoutKey();
      for (int i = 0; i < ROUNDS; i++) {
        caller.call(key);
        caller.manage(admin);
      }
    }
  }

  private static void rehearseCommands() {
    run("keys", "create", "--name", "rehearsal");
    run("keys", "list");
    run("keys", "list", "--json");
    run("accounts", "list");
    run("usage");
  }

  /** What a server says that runs from now on, until this process ends. */
  private static BufferedReader serve() throws IOException {
    PipedReader end = new PipedReader(WINDOW);
    PrintWriter err = new PrintWriter(new PipedWriter(end), true);
    Streams streams = streams(new PrintWriter(new StringWriter()), err);
    Runnable server =
        () -> {
          Keystile.run(streams, "serve", "--port", "0");
          err.close();
        };
    Thread thread = new Thread(server, "keystile-rehearsal");
    thread.setDaemon(true);
    thread.start();
    return new BufferedReader(end);
  }

  private static int awaitPort(BufferedReader lines) throws IOException {
    String url = await(lines, LISTENS);
    await(lines, LAST_LINE);
    return Integer.parseInt(url.substring(url.lastIndexOf(':') + 1));
  }

  private static String await(BufferedReader lines, String start) throws IOException {
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      if (line.startsWith(start)) {
        return line;
      }
    }
    throw new IOException("the server does not run");
  }

  /** The key is the last line. */
  private static String createAdministrator() {
    String told = run("keys", "create", "--name", "admin", "--scope", "keystile:admin").strip();
    return told.substring(told.lastIndexOf('\n') + 1);
  }

  private static String run(String... command) {
    StringWriter out = new StringWriter();
    Streams streams = streams(new PrintWriter(out, true), new PrintWriter(new StringWriter()));
    int exitCode = Keystile.run(streams, command);
    if (exitCode != 0) {
      throw new IllegalStateException(String.join(" ", command) + " ended with " + exitCode);
    }
    return out.toString();
  }

  private static Streams streams(PrintWriter out, PrintWriter err) {
    return new Streams(InputStream.nullInputStream(), out, err, new Nobody());
  }

  private record Nobody() implements Terminal {

    @Override
    public boolean isInteractive() {
      return false;
    }

    @Override
    public @Nullable String readLine() {
      return null;
    }
  }
}
