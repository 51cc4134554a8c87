package io.keystile.bench.server;

import java.io.IOException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/** The processes that were started here: none of them outlives this one. */
public final class Children {

  private static final int PATIENCE_SECONDS = 10;

  private final Set<Process> running = ConcurrentHashMap.newKeySet();

  /** Starts a process that is stopped with this one at the latest. */
  public Process start(ProcessBuilder builder) throws IOException {
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

  /** Stops whatever is running still. */
  public void stopAll() {
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
