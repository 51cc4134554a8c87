package io.keystile.auth.verify;

import io.keystile.auth.address.ClientIp;
import io.keystile.auth.keys.BenchRows;
import io.keystile.auth.keys.StoredKey;
import io.keystile.auth.secret.KeyDigest;
import io.keystile.auth.usage.KeyUse;
import io.keystile.auth.usage.KeyUses;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.Map;
import java.util.Random;

/**
 * How much heap a key in the cache takes: a million of them, each used once from an address of its
 * own, and its use written down. Prints {@code bytes_per_key=N}.
 */
public final class HeapPerKey {

  private static final int KEYS = 1_000_000;

  private HeapPerKey() {}

  /** Measures before, with and after, and prints the difference for each key. */
  public static void main(String[] args) throws IOException {
    try (BenchKeys keys = BenchKeys.open(Map.of("keystile.usage.flush-interval", "1h"))) {
      KeyCache cache = keys.bean(KeyCache.class);
      fill(keys, cache, 1_000);
      cache.everythingChanged();
      long before = used();
      fill(keys, cache, KEYS);
      long with = used();
      if (cache.size() != KEYS) {
        throw new IllegalStateException("The cache keeps " + cache.size() + " keys");
      }
      System.out.println("bytes_per_key=" + (with - before) / KEYS);
      if (args.length > 0) {
        histogram();
      }
    }
  }

  private static void fill(BenchKeys keys, KeyCache cache, int count) {
    BenchRows rows = new BenchRows(keys);
    KeyLookup lookup = keys.bean(KeyLookup.class);
    Random random = new Random(42);
    byte[] digest = new byte[KeyDigest.LENGTH];
    for (int i = 0; i < count; i++) {
      random.nextBytes(digest);
      KeyDigest presented = KeyDigest.of(digest);
      StoredKey stored = rows.read(i, presented);
      KnownKey known =
          cache.load(presented, () -> lookup.known(presented, stored), Runnable::run).join();
      known.record(System.currentTimeMillis(), ClientIp.ofIpv4(i));
    }
    keys.bean(KeyUses.class).flush();
  }

  private static long used() {
    for (int i = 0; i < 4; i++) {
      System.gc();
    }
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }

  private static void histogram() throws IOException {
    new ProcessBuilder(
            "jcmd", Long.toString(ProcessHandle.current().pid()), "GC.class_histogram")
        .inheritIO()
        .start()
        .onExit()
        .join();
  }
}
