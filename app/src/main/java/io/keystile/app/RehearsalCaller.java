package io.keystile.app;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** Calls the server of a rehearsal, without classes that the program itself has no use for. */
final class RehearsalCaller {

  private static final int PATIENCE = 20_000;
  private static final String CHAT =
      "{\"model\":\"echo\",\"messages\":[{\"role\":\"user\",\"content\":\"hello\"}]";

  private final int port;

  RehearsalCaller(int port) {
    this.port = port;
  }

  /** Calls that are refused; few enough that nobody is blocked. */
  void callWithoutKey() throws IOException {
    expect(401, get("/v1/models", ""));
    expect(401, get("/v1/models", authorization("unknown")));
  }

  void call(String key) throws IOException {
    String authorization = authorization(key);
    expect(200, get("/v1/models", authorization));
    expect(200, get("/v1/me", authorization));
    expect(200, post("/v1/chat/completions", authorization, CHAT + "}"));
    expect(200, post("/v1/chat/completions", authorization, CHAT + ",\"stream\":true}"));
  }

  void manage(String key) throws IOException {
    String authorization = authorization(key);
    expect(200, get("/health", ""));
    expect(200, get("/prometheus", authorization));
    expect(200, get("/admin/keys", authorization));
  }

  private static void expect(int status, String answer) {
    if (!answer.startsWith("HTTP/1.1 " + status + " ")) {
      throw new IllegalStateException("a call was not answered with " + status);
    }
  }

  private static String authorization(String key) {
    return "Authorization: Bearer " + key + "\r\n";
  }

  private String get(String path, String headers) throws IOException {
    return send("GET", path, headers, "");
  }

  private String post(String path, String headers, String body) throws IOException {
    String all = headers + "Content-Type: application/json\r\nContent-Length: " + body.length();
    return send("POST", path, all + "\r\n", body);
  }

  private String send(String method, String path, String headers, String body) throws IOException {
    String head = method + " " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n";
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.setSoTimeout(PATIENCE);
      byte[] request = (head + headers + "\r\n" + body).getBytes(StandardCharsets.US_ASCII);
      socket.getOutputStream().write(request);
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
