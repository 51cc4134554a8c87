package io.keystile.bench.suite;

import io.keystile.bench.result.Findings;
import java.io.IOException;
import java.util.Objects;

/** The way from a header's text to the verdict, in times of a hash, and the heap of a key. */
final class VerifySuite implements Suite {

  private static final String BENCHMARKS = "verify.VerifyBenchmark";

  @Override
  public String name() {
    return "verify";
  }

  @Override
  public Findings run(Lab lab) throws IOException, InterruptedException {
    Inside inside = new Inside(lab);
    JmhResults results = JmhResults.read(inside.benchmarks(BENCHMARKS));
    double sha = results.score("sha256");
    Findings findings = new Findings();
    findings.figure("verify_sha_multiple", results.score("cached") / sha);
    findings.figure("verify_bytes", results.allocated("cached"));
    findings.figure("verify_full_sha_multiple", results.score("full") / sha);
    findings.figure(
        "bytes_per_key",
        Objects.requireNonNull(inside.values("verify.HeapPerKey").get("bytes_per_key")));
    findings.detail("sha256_ns", sha);
    findings.detail("cached_ns", results.score("cached"));
    findings.detail("full_ns", results.score("full"));
    findings.detail("full_bytes", results.allocated("full"));
    return findings;
  }
}
