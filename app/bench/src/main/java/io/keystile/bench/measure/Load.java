package io.keystile.bench.measure;

import io.keystile.bench.server.ServerProcess;
import java.nio.file.Path;

/**
 * What is sent to which server.
 *
 * @param name what it is called in the results; several servers that are started alike may share
 *     one, because each is a virtual machine that compiles in a way of its own
 * @param server who is asked
 * @param path what is asked for
 * @param keys a file with the keys that are sent one after the other, one on a line
 * @param refused whether every request is to be refused, rather than answered
 */
public record Load(String name, ServerProcess server, String path, Path keys, boolean refused) {

  /** A load whose every request is to be answered. */
  public static Load answered(String name, ServerProcess server, String path, Path keys) {
    return new Load(name, server, path, keys, false);
  }

  /** A load whose every request is to be refused. */
  public static Load refused(String name, ServerProcess server, String path, Path keys) {
    return new Load(name, server, path, keys, true);
  }
}
