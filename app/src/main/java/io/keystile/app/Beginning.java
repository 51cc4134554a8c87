package io.keystile.app;

import io.keystile.app.beans.BeansAhead;
import io.keystile.auth.redact.LogRedaction;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;

/**
 * What a second thread does at a start, while the first looks at the arguments: it keeps keys out
 * of the log, which has to be done before anything else is, then loads what will be needed.
 */
final class Beginning implements Runnable {

  private final FutureTask<Object> log =
      new FutureTask<>(Executors.callable(LogRedaction::enforce));
  private final List<String> args;

  private Beginning(String[] args) {
    this.args = List.of(args);
  }

  static Beginning of(String[] args) {
    Beginning beginning = new Beginning(args);
    Thread thread = new Thread(beginning, "keystile-beginning");
    thread.setDaemon(true);
    thread.start();
    return beginning;
  }

  @Override
  public void run() {
    log.run();
    if (Runtime.getRuntime().availableProcessors() > 1 && !args.isEmpty()) {
      boolean server = args.get(0).equals("serve");
      (server ? BeansAhead.ofServer() : BeansAhead.ofCommand()).load();
    }
  }

  /**
   * Waits until no key can get into the log.
   *
   * @throws IllegalStateException when that failed
   */
  void awaitLog() {
    try {
      log.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("The log cannot be kept free of keys", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Stopped at the start", e);
    }
  }
}
