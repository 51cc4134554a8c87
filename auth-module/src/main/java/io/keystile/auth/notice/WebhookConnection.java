package io.keystile.auth.notice;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/**
 * One POST to an address that was looked at. No client of the JDK lets its user say which address a
 * name stands for: the name would be resolved again after the look, and a second answer could be
 * another. So the socket is opened to the address itself, and TLS is made for the name. Of the
 * answer only the status is read: a redirect is not followed, a body cannot do harm.
 */
final class WebhookConnection {

  private static final Pattern STATUS = Pattern.compile("HTTP/1\\.[01] ([1-5]\\d\\d)( .*)?");
  private static final int MAX_LINE = 200;

  private final Supplier<SSLSocketFactory> tls;
  private final Watchdog watchdog;

  /**
   * @param tls asked when a target needs it: loading the trusted certificates takes its time
   */
  WebhookConnection(Supplier<SSLSocketFactory> tls, Watchdog watchdog) {
    this.tls = tls;
    this.watchdog = watchdog;
  }

  /** Closes what takes too long: time-outs of sockets begin anew with every byte. */
  interface Watchdog {
    Runnable closeAfter(Duration timeout, Socket socket);
  }

  /**
   * Sends the body.
   *
   * @return the status of the answer
   * @throws IOException when there was none in time
   */
  int post(
      URI target, InetAddress address, Duration timeout, Map<String, String> headers, byte[] body)
      throws IOException {
    try (Socket socket = new Socket()) {
      Runnable done = watchdog.closeAfter(timeout, socket);
      try {
        socket.connect(new InetSocketAddress(address, port(target)), (int) timeout.toMillis());
        Socket stream = isTls(target) ? secure(socket, target) : socket;
        send(stream.getOutputStream(), head(target, headers, body.length), body);
        return status(stream.getInputStream());
      } finally {
        done.run();
      }
    }
  }

  private Socket secure(Socket socket, URI target) throws IOException {
    SSLSocket secure =
        (SSLSocket) tls.get().createSocket(socket, target.getHost(), port(target), true);
    SSLParameters parameters = secure.getSSLParameters();
    parameters.setEndpointIdentificationAlgorithm("HTTPS");
    secure.setSSLParameters(parameters);
    secure.startHandshake();
    return secure;
  }

  private static void send(OutputStream out, String head, byte[] body) throws IOException {
    OutputStream buffered = new BufferedOutputStream(out);
    buffered.write(head.getBytes(StandardCharsets.US_ASCII));
    buffered.write(body);
    buffered.flush();
  }

  private static String head(URI target, Map<String, String> headers, int length) {
    String path = target.getRawPath().isEmpty() ? "/" : target.getRawPath();
    String query = target.getRawQuery() == null ? "" : "?" + target.getRawQuery();
    StringBuilder head = new StringBuilder("POST " + path + query + " HTTP/1.1\r\n");
    head.append("Host: ").append(target.getRawAuthority()).append("\r\n");
    headers.forEach((name, value) -> head.append(name + ": " + value + "\r\n"));
    return head.append("Content-Length: " + length + "\r\nConnection: close\r\n\r\n").toString();
  }

  private static int status(InputStream in) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int next = in.read(); next >= 0 && line.length() < MAX_LINE; next = in.read()) {
      line.append((char) next);
      if (next == '\n') {
        break;
      }
    }
    Matcher status = STATUS.matcher(line.toString().strip());
    if (!status.matches()) {
      throw new IOException("The answer is not HTTP");
    }
    return Integer.parseInt(status.group(1));
  }

  private static boolean isTls(URI target) {
    return target.getScheme().equalsIgnoreCase("https");
  }

  private static int port(URI target) {
    return target.getPort() >= 0 ? target.getPort() : isTls(target) ? 443 : 80;
  }
}
