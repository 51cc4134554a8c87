package io.keystile.bench.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What the operating system tells of processes. */
public final class ProcFile {

  /** The clock ticks of a second in these files: the same on every Linux. */
  static final double TICKS = 100;

  private static final int USER_TIME = 11;
  private static final int CHILD_TIME = 13;

  private ProcFile() {}

  /** Seconds of CPU time that the process has used. */
  public static double cpuSeconds(long pid) throws IOException {
    String[] fields = fields(pid);
    return (Long.parseLong(fields[USER_TIME]) + Long.parseLong(fields[USER_TIME + 1])) / TICKS;
  }

  /** Seconds of CPU time that the process and what it started have used, as far as they live. */
  static double familySeconds(Process process) throws IOException {
    double sum = cpuSeconds(process.pid());
    for (ProcessHandle child : process.descendants().toList()) {
      sum += cpuSeconds(child.pid());
    }
    return sum;
  }

  /** Seconds of CPU time of the children that it had and that have ended. */
  public static double endedChildrenSeconds(long pid) throws IOException {
    String[] fields = fields(pid);
    return (Long.parseLong(fields[CHILD_TIME]) + Long.parseLong(fields[CHILD_TIME + 1])) / TICKS;
  }

  /** Memory of the process that is in use, in MiB. */
  public static double residentMib(long pid) throws IOException {
    for (String line : Files.readAllLines(Path.of("/proc/" + pid + "/status"))) {
      if (line.startsWith("VmRSS:")) {
        return Long.parseLong(line.replaceAll("[^0-9]", "")) / 1024.0;
      }
    }
    throw new IOException("The system tells no resident memory");
  }

  /** Seconds of CPU time that all processes have used. */
  public static double busySeconds() throws IOException {
    String all = Files.readAllLines(Path.of("/proc/stat")).get(0);
    return busyTicks(all) / TICKS;
  }

  static long busyTicks(String line) {
    String[] fields = line.trim().split(" +", -1);
    // user, nice, system; then idle and iowait; then irq, softirq, steal.
    long busy = 0;
    for (int i = 1; i <= 8 && i < fields.length; i++) {
      if (i != 4 && i != 5) {
        busy += Long.parseLong(fields[i]);
      }
    }
    return busy;
  }

  /** The fields from the state on: the name before it may hold blanks. */
  private static String[] fields(long pid) throws IOException {
    String stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
    return stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
  }
}
