package io.keystile.bridge.capture;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/**
 * A file of lines for its owner only, with a bounded number of older ones beside it: {@code name.1}
 * is the newest of these. Used by one thread at a time.
 */
final class CaptureFile implements Closeable {

  private static final Set<PosixFilePermission> OWNER =
      PosixFilePermissions.fromString("rw-------");
  private static final Set<StandardOpenOption> APPEND =
      Set.of(StandardOpenOption.CREATE, StandardOpenOption.APPEND, StandardOpenOption.WRITE);

  private final Path path;
  private final long maxSize;
  private final int maxFiles;
  private FileChannel channel;

  private CaptureFile(Path path, long maxSize, int maxFiles) throws IOException {
    this.path = path;
    this.maxSize = maxSize;
    this.maxFiles = maxFiles;
    this.channel = open(path);
  }

  static CaptureFile open(Path path, long maxSize, int maxFiles) throws IOException {
    return new CaptureFile(path.toAbsolutePath(), maxSize, maxFiles);
  }

  void write(byte[] line) throws IOException {
    if (!channel.isOpen()) {
      channel = open(path);
    }
    if (channel.size() > 0 && channel.size() + line.length > maxSize) {
      rotate();
    }
    ByteBuffer buffer = ByteBuffer.wrap(line);
    while (buffer.hasRemaining()) {
      channel.write(buffer);
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }

  private void rotate() throws IOException {
    channel.close();
    for (int number = maxFiles - 1; number >= 1; number--) {
      Path newer = number == 1 ? path : older(number - 1);
      if (Files.exists(newer)) {
        Files.move(newer, older(number), StandardCopyOption.REPLACE_EXISTING);
      }
    }
    Files.deleteIfExists(path);
    channel = open(path);
  }

  private Path older(int number) {
    return path.resolveSibling(path.getFileName() + "." + number);
  }

  private static FileChannel open(Path path) throws IOException {
    Path folder = path.getParent();
    if (!Files.getFileStore(folder).supportsFileAttributeView("posix")) {
      return FileChannel.open(path, APPEND);
    }
    if (Files.exists(path)) {
      Files.setPosixFilePermissions(path, OWNER);
    }
    FileAttribute<?> ownerOnly = PosixFilePermissions.asFileAttribute(OWNER);
    return FileChannel.open(path, APPEND, ownerOnly);
  }
}
