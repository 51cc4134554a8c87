package io.keystile.bench.measure;

import java.io.IOException;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * The line that our script has wrk print at its end.
 *
 * @param requests answers that were received
 * @param seconds how long that took
 * @param failedStatus answers with a status of 400 or above
 * @param broken requests that could not be sent, or were not answered in time
 * @param medianMicros the median time of a request, in microseconds
 */
record WrkOutput(
    long requests, double seconds, long failedStatus, long broken, double medianMicros) {

  private static final Pattern LINE =
      Pattern.compile(
          "^keystile requests=(\\d+) micros=(\\d+) status=(\\d+) broken=(\\d+) median=([0-9.]+)$",
          Pattern.MULTILINE);

  /**
   * Reads what wrk printed.
   *
   * @throws IOException when the line is not there
   */
  static WrkOutput parse(String output) throws IOException {
    MatchResult line =
        LINE.matcher(output)
            .results()
            .findFirst()
            .orElseThrow(() -> new IOException("wrk did not end as it should:\n" + output));
    return new WrkOutput(
        Long.parseLong(line.group(1)),
        Long.parseLong(line.group(2)) / 1e6,
        Long.parseLong(line.group(3)),
        Long.parseLong(line.group(4)),
        Double.parseDouble(line.group(5)));
  }

  /**
   * Checks that each request was answered as it should.
   *
   * @throws IOException when one was not
   */
  void requireAll(boolean refused) throws IOException {
    long wrong = refused ? requests - failedStatus : failedStatus;
    if (requests == 0 || wrong > 0 || broken > 0) {
      throw new IOException(
          "of %d requests %d were %s and %d failed"
              .formatted(requests, wrong, refused ? "let in" : "refused", broken));
    }
  }
}
