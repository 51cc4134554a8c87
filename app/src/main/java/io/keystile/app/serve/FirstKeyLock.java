package io.keystile.app.serve;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Held while the first key is made, so that two servers that start at once make one. */
final class FirstKeyLock implements AutoCloseable {

  private final Path file;
  private final FileChannel channel;

  private FirstKeyLock(Path file, FileChannel channel) {
    this.file = file;
    this.channel = channel;
  }

  /** Waits until no other process holds it. */
  static FirstKeyLock in(Path folder) throws IOException {
    Path file = folder.resolve(".first-key.lock");
    FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    try {
      channel.lock();
      return new FirstKeyLock(file, channel);
    } catch (IOException | RuntimeException e) {
      channel.close();
      throw e;
    }
  }

  // Whoever comes later finds the key, whichever file they lock: so it may go.
  @Override
  public void close() throws IOException {
    Files.deleteIfExists(file);
    channel.close();
  }
}
