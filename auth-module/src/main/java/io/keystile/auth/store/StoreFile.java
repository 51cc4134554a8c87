package io.keystile.auth.store;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The SQLite file: made for its owner only, and looked at before SQLite opens it. */
final class StoreFile {

  private static final byte[] MAGIC = "SQLite format 3\0".getBytes(StandardCharsets.US_ASCII);
  private static final List<String> COMPANIONS = List.of("-wal", "-shm", "-journal");
  private static final Set<PosixFilePermission> OWNER_FILE =
      PosixFilePermissions.fromString("rw-------");
  private static final Set<PosixFilePermission> OWNER_FOLDER =
      PosixFilePermissions.fromString("rwx------");

  private final Path path;
  private final Path folder;

  StoreFile(Path path) {
    this.path = path.toAbsolutePath().normalize();
    this.folder = Objects.requireNonNullElse(this.path.getParent(), this.path);
  }

  Path path() {
    return path;
  }

  /**
   * Makes the file if it is missing and may be made, closes it to others, and refuses what cannot
   * be a usable store.
   *
   * @throws StoreNotUsableException when it cannot be one
   */
  void prepare(boolean create) {
    try {
      if (!Files.exists(path)) {
        make(create);
      }
      check();
      closeToOthers();
    } catch (IOException e) {
      throw notUsable("cannot be opened (" + e.getClass().getSimpleName() + ")", accessRemedy(), e);
    }
  }

  private void make(boolean create) throws IOException {
    if (!create) {
      throw notUsable("does not exist", "Create a key or start the server first.", null);
    }
    makeFolder();
    try {
      if (isPosix(folder)) {
        Files.createFile(path, PosixFilePermissions.asFileAttribute(OWNER_FILE));
      } else {
        Files.createFile(path);
      }
    } catch (FileAlreadyExistsException e) {
      // Another process was faster; both may use the file.
      return;
    }
  }

  private void makeFolder() throws IOException {
    if (Files.isDirectory(folder)) {
      return;
    }
    Path parent = Objects.requireNonNullElse(folder.getParent(), folder);
    Files.createDirectories(parent);
    if (isPosix(parent)) {
      Files.createDirectories(folder, PosixFilePermissions.asFileAttribute(OWNER_FOLDER));
    } else {
      Files.createDirectories(folder);
    }
  }

  private void check() throws IOException {
    if (!Files.isRegularFile(path)) {
      throw notUsable("is not a file", "Name a file.", null);
    }
    if (!Files.isReadable(path) || !Files.isWritable(path) || !Files.isWritable(folder)) {
      throw notUsable("is not writable", accessRemedy(), null);
    }
    try (var input = Files.newInputStream(path)) {
      byte[] head = input.readNBytes(MAGIC.length);
      if (head.length > 0 && !Arrays.equals(head, MAGIC)) {
        throw notUsable(
            "is not a SQLite database", "Name another file, or restore it from a backup.", null);
      }
    }
  }

  /** SQLite gives new companions the mode of the file; those that are there keep their own. */
  private void closeToOthers() throws IOException {
    closeToOthers(path);
    for (String companion : COMPANIONS) {
      closeCompanion(path.resolveSibling(path.getFileName() + companion));
    }
  }

  private static void closeCompanion(Path companion) throws IOException {
    try {
      closeToOthers(companion);
    } catch (NoSuchFileException e) {
      // Another process was done with it just now.
      return;
    }
  }

  private static void closeToOthers(Path part) throws IOException {
    if (Files.exists(part)
        && isPosix(part)
        && !Files.getPosixFilePermissions(part).equals(OWNER_FILE)) {
      Files.setPosixFilePermissions(part, OWNER_FILE);
    }
  }

  String accessRemedy() {
    return "Give this user write access to the file and its folder, or name another with"
        + " keystile.db.";
  }

  StoreNotUsableException notUsable(String fault, String remedy, @Nullable Throwable cause) {
    return new StoreNotUsableException(
        "The key store " + path + " " + fault + ". " + remedy, cause);
  }

  private static boolean isPosix(Path existing) throws IOException {
    return Files.getFileStore(existing).supportsFileAttributeView("posix");
  }
}
