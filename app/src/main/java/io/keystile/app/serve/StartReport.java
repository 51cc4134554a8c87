package io.keystile.app.serve;

import io.keystile.app.cli.Database;
import io.keystile.app.cli.Shell;
import io.keystile.app.cli.Streams;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;

/** What a start says. */
final class StartReport {

  private final Streams streams;
  private final String host;
  private final int port;

  StartReport(Streams streams, String host, int port) {
    this.streams = streams;
    this.host = host;
    this.port = port;
  }

  void listening(Database database) {
    streams.tell("Keystile listens on " + url(host));
    if (!isLoopback()) {
      streams.tell("Other machines can reach it, without TLS: put a proxy with TLS in front.");
    }
    streams.tell("Database: " + database.file());
  }

  void firstKeyShown(String key) {
    streams.tell("");
    streams.tell("This is the first key. Store it now: it is not shown again.");
    streams.tell("");
    streams.print(key);
    streams.tell("");
    tryWith("THE-KEY");
  }

  void firstKeyWritten(Path file) {
    streams.print("The first key is in " + file);
    tryWith("$(cat " + Shell.quoted(file) + ")");
  }

  void authenticationOff() {
    streams.tell("Authentication is OFF: every request to the API is accepted without a key.");
  }

  void ready(Database database, long keys, long fromEnvironment) {
    streams.tell(
        "Keys: "
            + keys
            + (fromEnvironment == 0 ? "" : ", and " + fromEnvironment + " from the environment"));
    streams.tell("Stop: Ctrl-C");
    streams.tell("More keys: keystile keys create --name NAME" + database.option());
  }

  void console() {
    streams.tell("Console: " + consoleUrl());
  }

  void consoleCodeShown(String code) {
    streams.tell("Set up the console within an hour, on this machine: " + consoleUrl());
    streams.tell("Set-up code: " + code);
  }

  void consoleCodeWritten(Path file) {
    streams.tell("Set up the console within an hour, on this machine: " + consoleUrl());
    streams.tell("The set-up code is in " + file);
  }

  void consoleCodeFailed(Path file, String reason) {
    streams.tell("Set up the console: keystile console reset NAME");
    streams.tell("The set-up code cannot be written to " + file + ": " + reason);
  }

  private String consoleUrl() {
    return url(reachable()) + "/console";
  }

  private void tryWith(String key) {
    streams.tell(
        "Try it: curl -H \"Authorization: Bearer " + key + "\" " + url(reachable()) + "/v1/models");
  }

  private String url(String name) {
    return "http://" + (name.contains(":") ? "[" + name + "]" : name) + ":" + port;
  }

  private String reachable() {
    return address().isAnyLocalAddress() ? "127.0.0.1" : host;
  }

  private boolean isLoopback() {
    return address().isLoopbackAddress();
  }

  private InetAddress address() {
    try {
      return InetAddress.getByName(host);
    } catch (UnknownHostException e) {
      throw new IllegalStateException("The server listens on it", e);
    }
  }
}
