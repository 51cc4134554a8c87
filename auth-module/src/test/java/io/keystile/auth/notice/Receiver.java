package io.keystile.auth.notice;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Hears what a webhook is told, and answers as it was told to: 200 unless otherwise. */
final class Receiver implements AutoCloseable {

  private final HttpServer server;
  private final BlockingQueue<Call> calls = new LinkedBlockingQueue<>();
  private final Queue<Integer> answers = new ConcurrentLinkedQueue<>();

  Receiver() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
  }

  /** One call. */
  record Call(String path, String host, String id, String signature, String body) {}

  int port() {
    return server.getAddress().getPort();
  }

  String url() {
    return "http://127.0.0.1:" + port() + "/hook?team=a";
  }

  void answerWith(int status) {
    answers.add(status);
  }

  Call next() throws InterruptedException {
    return Objects.requireNonNull(calls.poll(5, TimeUnit.SECONDS), "nobody called");
  }

  boolean isEmpty() {
    return calls.isEmpty();
  }

  private void answer(HttpExchange call) throws IOException {
    var headers = call.getRequestHeaders();
    calls.add(
        new Call(
            call.getRequestURI().toString(),
            headers.getFirst("Host"),
            headers.getFirst("Keystile-Event-Id"),
            headers.getFirst("Keystile-Signature"),
            new String(call.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
    Integer status = answers.poll();
    call.getResponseHeaders().set("Location", "/elsewhere");
    call.sendResponseHeaders(status == null ? 200 : status, -1);
    call.close();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
