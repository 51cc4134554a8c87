package io.keystile.app;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.sqlite.SQLiteJDBCLoader;
import org.sqlite.util.LibraryLoaderUtil;

/**
 * The native library of the store, which the driver would unpack from the jar at each start.
 *
 * @param file where it is put
 */
record NativeLibrary(Path file) {

  /** Unpacks the one for this system; makes no file when there is none. */
  void unpack() throws IOException {
    String folder = LibraryLoaderUtil.getNativeLibResourcePath();
    String name = folder + "/" + LibraryLoaderUtil.getNativeLibName();
    try (InputStream library = SQLiteJDBCLoader.class.getResourceAsStream(name)) {
      if (library != null) {
        Files.copy(library, file);
      }
    }
  }
}
