package io.keystile.auth.metrics;

import io.keystile.auth.store.StoreListener;
import io.keystile.auth.store.StoreTransactions;
import io.keystile.auth.verify.VerificationTimes;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Requires;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Times verifications, some of them, and all transactions of the store. */
@Context
@Requires(classes = MeterRegistry.class, beans = MeterRegistry.class)
final class KeystileTimers implements StoreListener {

  private static final Duration[] STEPS = {
    Duration.ofNanos(50_000),
    Duration.ofNanos(200_000),
    Duration.ofMillis(1),
    Duration.ofMillis(5),
    Duration.ofMillis(25),
    Duration.ofMillis(100),
    Duration.ofMillis(500),
    Duration.ofSeconds(2)
  };

  private final Timer read;
  private final Timer write;
  private final Timer failedRead;
  private final Timer failedWrite;

  KeystileTimers(MeterRegistry registry, VerificationTimes times, StoreTransactions transactions) {
    Timer verification =
        Timer.builder("keystile.verification.time")
            .description("How long verifications took; one in " + VerificationTimes.EVERY)
            .serviceLevelObjectives(STEPS)
            .register(registry);
    this.read = store(registry, "read", "done");
    this.write = store(registry, "write", "done");
    this.failedRead = store(registry, "read", "failed");
    this.failedWrite = store(registry, "write", "failed");
    times.watch(nanos -> verification.record(nanos, TimeUnit.NANOSECONDS));
    transactions.watch(this);
  }

  @Override
  public void done(boolean writing, long nanos, boolean failed) {
    Timer done = writing ? write : read;
    Timer undone = writing ? failedWrite : failedRead;
    (failed ? undone : done).record(nanos, TimeUnit.NANOSECONDS);
  }

  private static Timer store(MeterRegistry registry, String operation, String result) {
    return Timer.builder("keystile.store.time")
        .description("How long transactions of the key store took")
        .tag("operation", operation)
        .tag("result", result)
        .serviceLevelObjectives(STEPS)
        .register(registry);
  }
}
