package io.keystile.bench.guarded;

import io.keystile.auth.secret.KeySecret;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file with one key on a line, and no more than so many. */
final class KeyLines implements AutoCloseable {

  private final PrintWriter file;
  private int left;

  KeyLines(Path path, int most) throws IOException {
    this.file = new PrintWriter(Files.newBufferedWriter(path, StandardCharsets.US_ASCII));
    this.left = most;
  }

  void add(String key) {
    if (left > 0) {
      left--;
      file.println(key);
    }
  }

  KeySecret added(KeySecret secret) {
    add(secret.exposeText());
    return secret;
  }

  @Override
  public void close() throws IOException {
    file.close();
    if (file.checkError()) {
      throw new IOException("The keys could not be written");
    }
  }
}
