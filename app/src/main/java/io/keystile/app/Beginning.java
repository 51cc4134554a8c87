package io.keystile.app;

import io.keystile.app.beans.BeansAhead;

/**
 * What a second thread does at a start, while the first looks at the arguments: it loads what will
 * be needed.
 */
final class Beginning {

  private Beginning() {}

  /** Begins, where there is a processor for it. */
  static void start(String[] args) {
    if (Runtime.getRuntime().availableProcessors() > 1 && args.length > 0) {
      Thread thread = new Thread(() -> beans(args[0]).load(), "keystile-beginning");
      thread.setDaemon(true);
      thread.start();
    }
  }

  private static BeansAhead beans(String command) {
    return command.equals("serve") ? BeansAhead.ofServer() : BeansAhead.ofCommand();
  }
}
