package io.keystile.bench.result;

import static io.keystile.bench.result.Target.higher;
import static io.keystile.bench.result.Target.lower;

import java.util.List;

/** Everything that is to be reached, in the order of the table. */
public final class Targets {

  /** All of them. */
  public static final List<Target> ALL =
      List.of(
          higher("guard", "guarded_throughput_ratio", 0.90, 0.95, "guarded route against bare"),
          lower("guard", "guarded_cpu_ratio", 1.15, 1.08, "the same, CPU per request"),
          higher(
              "guard", "unguarded_throughput_ratio", 0.97, 0.99, "open route beside the library"),
          higher(
              "guard", "full_throughput_ratio", 0.85, 0.92, "guarded with every rule and a limit"),
          lower("refused", "refused_cpu_ratio", 1.2, 0.9, "CPU of a refusal against an acceptance"),
          higher("cold", "cold_throughput_ratio", 0.35, 0.45, "100,000 keys, a cache of 1,000"),
          lower("verify", "verify_sha_multiple", 5, 3.5, "text to verdict, in SHA-256 times"),
          lower("verify", "verify_bytes", 200, 64, "garbage of one verdict, bytes"),
          lower("verify", "verify_full_sha_multiple", 10, 6, "the same with every check"),
          higher("million", "million_throughput_ratio", 0.95, 0.99, "a million keys against 1,000"),
          lower("million", "million_start_ratio", 1.3, 1.1, "the same, time to start"),
          lower("verify", "bytes_per_key", 450, 320, "heap of a cached key, bytes"),
          higher("bridge", "bridge_throughput_ratio", 0.35, 0.50, "guarded chat against nginx"),
          lower("bridge", "bridge_cpu_ratio", 4, 2.5, "the same, CPU per request"),
          lower("bridge", "bridge_added_latency_ratio", 3, 1.8, "added latency against nginx"),
          lower("bridge", "bridge_ttft_ratio", 3, 1.8, "added time to the first token"),
          higher("bridge", "bridge_frames_ratio", 0.99, 0.998, "frames of 256 streams delivered"),
          lower("start", "start_ratio", 1.5, 1.2, "start of serve against a bare server"),
          lower("start", "start_cached_ratio", 0.8, 0.55, "the same with the shipped cache"),
          lower("start", "keys_list_ratio", 0.5, 0.5, "keystile keys list against a bare start"),
          higher(
              "memory", "small_heap_throughput_ratio", 0.80, 0.90, "64 MB against 512 MB of heap"),
          lower("memory", "serve_resident_mib", 150, 150, "resident memory of serve, MiB"),
          lower("store", "stale_accepts", 0, 0, "accepted after a revoke was acknowledged"),
          lower("store", "other_process_revoke_p99_ms", 500, 100, "revoke seen by another process"),
          higher("store", "create_ratio", 0.25, 0.4, "keys created against raw inserts"),
          higher("store", "import_ratio", 0.4, 0.6, "keys imported against raw batches"));

  private Targets() {}

  /** Whether there is one with this name. */
  public static boolean contains(String name) {
    return ALL.stream().anyMatch(target -> target.name().equals(name));
  }
}
