package io.keystile.auth;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;

/** Speaks to a server byte by byte, for what no HTTP client would say. */
public final class Wire implements AutoCloseable {

  private static final Pattern STATUS = Pattern.compile("HTTP/1\\.[01] (\\d{3}) ");
  private static final int PATIENCE_MILLIS = 10_000;
  private static final int SILENCE_MILLIS = 300;

  private final Socket socket;

  private Wire(Socket socket) {
    this.socket = socket;
  }

  public static Wire to(int port) throws IOException {
    return new Wire(new Socket(InetAddress.getLoopbackAddress(), port));
  }

  /** Sends the text as it is, one byte a character, and returns all that comes back. */
  public static String exchange(int port, String text) throws IOException {
    try (Wire wire = to(port)) {
      try {
        wire.send(text);
      } catch (SocketException e) {
        // The server hung up on bytes it did not want; it may have said why before.
      }
      return wire.readAll();
    }
  }

  /** The status codes in what came back, in their order. */
  public static List<Integer> statuses(String answers) {
    return STATUS.matcher(answers).results().map(line -> Integer.valueOf(line.group(1))).toList();
  }

  public void send(String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
    socket.getOutputStream().flush();
  }

  /** Reads until the blank line after the headers. */
  public String readHead() throws IOException {
    socket.setSoTimeout(PATIENCE_MILLIS);
    StringBuilder head = new StringBuilder();
    while (head.indexOf("\r\n\r\n") < 0) {
      int next = socket.getInputStream().read();
      if (next < 0) {
        return head.toString();
      }
      head.append((char) next);
    }
    return head.toString();
  }

  /** Reads until the server closes the connection or, after an answer, falls silent. */
  public String readAll() throws IOException {
    StringBuilder answers = new StringBuilder();
    byte[] buffer = new byte[8192];
    InputStream in = socket.getInputStream();
    try {
      socket.setSoTimeout(PATIENCE_MILLIS);
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        answers.append(new String(buffer, 0, read, StandardCharsets.ISO_8859_1));
        socket.setSoTimeout(SILENCE_MILLIS);
      }
    } catch (SocketTimeoutException e) {
      if (answers.length() == 0) {
        throw e;
      }
    } catch (SocketException e) {
      // It hung up with bytes of ours unread: what it said before is all there is.
    }
    return answers.toString();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
