package io.keystile.bench.measure;

/**
 * What a server did under load for a few seconds.
 *
 * @param requests how many it answered
 * @param seconds how long it was
 * @param cpuSeconds CPU time that it used
 * @param medianMicros the median time of a request, in microseconds
 * @param others the share of the machine that other processes used meanwhile
 */
public record Sample(
    long requests, double seconds, double cpuSeconds, double medianMicros, double others) {

  /** What both did, one after the other; the medians are averaged. */
  Sample plus(Sample other) {
    return new Sample(
        requests + other.requests,
        seconds + other.seconds,
        cpuSeconds + other.cpuSeconds,
        (medianMicros * requests + other.medianMicros * other.requests)
            / Math.max(1, requests + other.requests),
        Math.max(others, other.others));
  }

  /** Requests in a second. */
  public double throughput() {
    return requests / seconds;
  }

  /** CPU time of a request, in microseconds. */
  public double cpuMicros() {
    return cpuSeconds * 1e6 / requests;
  }
}
