package io.keystile.app.beans;

import java.lang.reflect.Constructor;
import java.util.List;

/**
 * Loads the classes that tell of beans while the main thread has other things to do. That goes
 * through them from the first, this from the last, so that they meet. Initializes none, and leaves
 * whatever is wrong with one to the main thread. Safe for several threads.
 *
 * @param names the classes
 */
public record BeansAhead(List<String> names) {

  /** Those of the server. */
  public static BeansAhead ofServer() {
    return new BeansAhead(ListedServices.beans().stream().filter(ProgramContext::isUsed).toList());
  }

  /** Those of a command on the store. */
  public static BeansAhead ofCommand() {
    return new BeansAhead(
        ListedServices.beans().stream().filter(CommandContext::isNeeded).toList());
  }

  /** Returns when all are loaded. */
  public void load() {
    for (int i = names.size() - 1; i >= 0; i--) {
      load(names.get(i));
    }
  }

  private static void load(String name) {
    try {
      Class<?> found = Class.forName(name, false, BeansAhead.class.getClassLoader());
      // Asking for its constructors links it.
      Constructor<?>[] unused = found.getConstructors();
    } catch (ClassNotFoundException | LinkageError e) {
      return;
    }
  }
}
