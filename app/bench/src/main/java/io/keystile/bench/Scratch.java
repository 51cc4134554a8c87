package io.keystile.bench;

import io.keystile.bench.server.Children;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * A temporary folder and child processes; both are gone when this process ends, however it does.
 */
final class Scratch implements AutoCloseable {

  private final Path folder;
  private final Children children = new Children();

  private Scratch(Path folder) {
    this.folder = folder;
  }

  static Scratch create() throws IOException {
    Scratch scratch = new Scratch(Files.createTempDirectory("keystile-bench"));
    Runtime.getRuntime().addShutdownHook(new Thread(scratch::close, "clean-up"));
    return scratch;
  }

  Path folder() {
    return folder;
  }

  Children children() {
    return children;
  }

  /** Copies a resource that others have to read as a file. */
  Path copy(String resource) throws IOException {
    Path copy = folder.resolve(resource);
    try (InputStream in =
        Objects.requireNonNull(Scratch.class.getResourceAsStream("/" + resource))) {
      Files.copy(in, copy);
    }
    return copy;
  }

  @Override
  public synchronized void close() {
    children.stopAll();
    if (Files.exists(folder)) {
      remove();
    }
  }

  private void remove() {
    try (Stream<Path> files = Files.walk(folder)) {
      List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
      for (Path file : deepestFirst) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
