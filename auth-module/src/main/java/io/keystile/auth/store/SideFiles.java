package io.keystile.auth.store;

import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Set;

/**
 * Small files that lie beside the database, under its name and an ending: for their owner only, and
 * replaced as a whole or not at all. Safe for several threads.
 */
@Singleton
public final class SideFiles {

  private static final Set<PosixFilePermission> OWNER =
      PosixFilePermissions.fromString("rw-------");
  private static final Set<PosixFilePermission> OWNER_READS =
      PosixFilePermissions.fromString("r--------");

  private final Path database;

  SideFiles(@Named(Store.NAME) StoreFile file) {
    this.database = file.path();
  }

  /** The file with this ending, there or not. */
  public Path path(String ending) {
    return database.resolveSibling(database.getFileName() + ending);
  }

  /**
   * The text of a file that holds a secret, or nothing when there is no such file.
   *
   * @throws StoreNotUsableException when it cannot be read, or others than its owner could
   */
  public Optional<String> findSecret(String ending) {
    Path path = path(ending);
    try {
      if (Files.exists(path) && isPosix() && !isForOwnerOnly(Files.getPosixFilePermissions(path))) {
        throw new StoreNotUsableException(
            "The file " + path + " is open to others; run: chmod 600 " + path, null);
      }
    } catch (IOException e) {
      throw unreadable(path, e);
    }
    return find(ending);
  }

  /**
   * The text of the file, or nothing when there is no such file.
   *
   * @throws StoreNotUsableException when it cannot be read
   */
  public Optional<String> find(String ending) {
    Path path = path(ending);
    try {
      return Optional.of(Files.readString(path));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw unreadable(path, e);
    }
  }

  /**
   * Writes the file anew; a reader sees the old text or the new one.
   *
   * @throws StoreNotUsableException when it cannot be written; the old one stays
   */
  public void replace(String ending, String text) {
    Path path = path(ending);
    try {
      Path draft = draft(path);
      try {
        write(draft, text);
        Files.move(draft, path, StandardCopyOption.ATOMIC_MOVE);
      } finally {
        Files.deleteIfExists(draft);
      }
    } catch (IOException e) {
      throw new StoreNotUsableException(
          "The file " + path + " cannot be written. Give this user write access to its folder.", e);
    }
  }

  private static StoreNotUsableException unreadable(Path path, IOException e) {
    return new StoreNotUsableException(
        "The file " + path + " cannot be read. Give this user access to it.", e);
  }

  private Path draft(Path path) throws IOException {
    FileAttribute<?>[] mode =
        isPosix()
            ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(OWNER)}
            : new FileAttribute<?>[0];
    return Files.createTempFile(
        path.toAbsolutePath().getParent(), path.getFileName() + ".", ".tmp", mode);
  }

  private static void write(Path draft, String text) throws IOException {
    try (FileChannel channel = FileChannel.open(draft, StandardOpenOption.WRITE)) {
      ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      channel.force(true);
    }
  }

  private boolean isPosix() throws IOException {
    return Files.getFileStore(database).supportsFileAttributeView("posix");
  }

  private static boolean isForOwnerOnly(Set<PosixFilePermission> mode) {
    return mode.equals(OWNER) || mode.equals(OWNER_READS);
  }
}
