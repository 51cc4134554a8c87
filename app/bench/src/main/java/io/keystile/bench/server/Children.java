package io.keystile.bench.server;

import java.io.IOException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/** The processes that were started here: none of them outlives this one. */
public final class Children {

  private static final int PATIENCE_SECONDS = 10;

  private final Set<Process> running = ConcurrentHashMap.newKeySet();

  private volatile boolean stopped;

  /**
   * Starts a process that is stopped with this one at the latest.
   *
   * @throws IOException when it cannot be started, or everything is being stopped
   */
  public synchronized Process start(ProcessBuilder builder) throws IOException {
    if (stopped) {
      throw new IOException("Everything is being stopped");
    }
    Process process = builder.start();
    running.add(process);
    return process;
  }

  /** Stops a process and waits until it is gone. */
  public void stop(Process process) {
    process.destroy();
    try {
      if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
    running.remove(process);
  }

  /** Whether no more processes are started. */
  public boolean isStopped() {
    return stopped;
  }

  /** Stops whatever is running still, and starts nothing any more. */
  public void stopAll() {
    synchronized (this) {
      stopped = true;
    }
    running.forEach(Process::destroy);
    running.forEach(this::stop);
  }

  /** Seconds of CPU time of this process and all it started. */
  public double cpuSeconds() throws IOException {
    long own = ProcessHandle.current().pid();
    double sum = ProcFile.cpuSeconds(own) + ProcFile.endedChildrenSeconds(own);
    for (Process process : running) {
      if (process.isAlive()) {
        sum += ProcFile.familySeconds(process);
      }
    }
    return sum;
  }
}
