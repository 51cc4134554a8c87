package io.keystile.app.serve;

import io.keystile.auth.secret.KeySecret;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The file that hands over the first key: new, and for its owner only. */
final class FirstKeyFile {

  private static final int MOST = 100;

  private static final Logger LOG = LoggerFactory.getLogger(FirstKeyFile.class);

  private final Path path;

  private FirstKeyFile(Path path) {
    this.path = path;
  }

  /** Makes {@code first-key.txt}, or with a number when there is one already. */
  static FirstKeyFile create(Path folder) throws IOException {
    for (int number = 1; number <= MOST; number++) {
      try {
        return new FirstKeyFile(OwnerOnly.create(folder.resolve(name(number))));
      } catch (FileAlreadyExistsException e) {
        LOG.debug("{} is there already and is left alone", e.getFile());
      }
    }
    throw new FileAlreadyExistsException(
        folder.resolve(name(1)) + " and more of them; remove some");
  }

  Path path() {
    return path;
  }

  void write(KeySecret secret) throws IOException {
    Files.writeString(path, secret.exposeText() + "\n", StandardOpenOption.WRITE);
  }

  void remove() throws IOException {
    Files.deleteIfExists(path);
  }

  private static String name(int number) {
    return number == 1 ? "first-key.txt" : "first-key-" + number + ".txt";
  }
}
