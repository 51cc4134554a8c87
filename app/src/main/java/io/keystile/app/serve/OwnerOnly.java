package io.keystile.app.serve;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/** Makes files that nobody but their owner can read, from the first moment on. */
final class OwnerOnly {

  private static final FileAttribute<?> PERMISSIONS =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

  private OwnerOnly() {}

  /** An empty file that was not there before. */
  static Path create(Path path) throws IOException {
    boolean posix = Files.getFileStore(path.getParent()).supportsFileAttributeView("posix");
    return posix ? Files.createFile(path, PERMISSIONS) : Files.createFile(path);
  }
}
