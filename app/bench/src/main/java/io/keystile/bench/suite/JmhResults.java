package io.keystile.bench.suite;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;

/**
 * What JMH wrote down.
 *
 * @param benchmarks the array in its file
 */
record JmhResults(JsonNode benchmarks) {

  private static final String ALLOCATED = "gc.alloc.rate.norm";

  static JmhResults read(Path file) throws IOException {
    return new JmhResults(new ObjectMapper().readTree(file.toFile()));
  }

  /** The score of the benchmark method with this name. */
  double score(String method) throws IOException {
    return number(benchmark(method).at("/primaryMetric/score"), method);
  }

  /** The bytes that one call of it leaves behind. */
  double allocated(String method) throws IOException {
    return number(benchmark(method).path("secondaryMetrics").path(ALLOCATED).path("score"), method);
  }

  private JsonNode benchmark(String method) throws IOException {
    for (JsonNode benchmark : benchmarks) {
      if (benchmark.path("benchmark").asText().endsWith("." + method)) {
        return benchmark;
      }
    }
    throw new IOException("JMH tells nothing of " + method);
  }

  private static double number(JsonNode node, String method) throws IOException {
    if (!node.isNumber()) {
      throw new IOException("JMH tells no number for " + method);
    }
    return node.asDouble();
  }
}
