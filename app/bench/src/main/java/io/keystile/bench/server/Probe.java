package io.keystile.bench.server;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * What a server has to answer before it counts as started.
 *
 * @param path where it is asked
 * @param key the key to show, or null
 * @param status the status that is waited for, or 0 for any
 */
public record Probe(String path, @Nullable String key, int status) {

  /** Content with any answer. */
  public static final Probe ANY = new Probe("/ready", null, 0);

  private static final long PATIENCE_NANOS = 90_000_000_000L;
  private static final int PAUSE_MILLIS = 2;

  /** Asks until the answer is there, the process has ended, or patience has. */
  void await(URI base, Process process) throws IOException, InterruptedException {
    long end = System.nanoTime() + PATIENCE_NANOS;
    while (!isAnswered(base)) {
      if (!process.isAlive()) {
        throw new IOException("A server ended before it answered");
      }
      if (System.nanoTime() > end) {
        throw new IOException("A server did not answer in time");
      }
      Thread.sleep(PAUSE_MILLIS);
    }
  }

  private boolean isAnswered(URI base) {
    try {
      HttpURLConnection connection =
          (HttpURLConnection) base.resolve(path).toURL().openConnection();
      connection.setConnectTimeout(1_000);
      connection.setReadTimeout(5_000);
      if (key != null) {
        connection.setRequestProperty("Authorization", "Bearer " + key);
      }
      int answered = connection.getResponseCode();
      connection.disconnect();
      return status == 0 || answered == status;
    } catch (IOException e) {
      return false;
    }
  }
}
