package io.keystile.auth.metrics;

import io.keystile.auth.store.ChangeFeed;
import io.keystile.auth.store.StoreProbe;
import io.micronaut.scheduling.TaskExecutors;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks at the health of the key store, at most once a second however many ask, never two looks at
 * a time and never on the thread of who asks. A look that takes too long is a bad answer.
 */
@Singleton
final class HealthProbe {

  private static final Logger LOG = LoggerFactory.getLogger(HealthProbe.class);
  private static final long KEPT = Duration.ofSeconds(1).toNanos();
  private static final Duration PATIENCE = Duration.ofSeconds(3);
  private static final HealthFindings LATE =
      new HealthFindings(false, Map.of("store", "does not answer"));

  private final StoreProbe store;
  private final ChangeFeed feed;
  private final ClockCheck clock;
  private final ExecutorService executor;
  private final LongSupplier nanoTime;
  private @Nullable CompletableFuture<HealthFindings> look;
  private @Nullable CompletableFuture<HealthFindings> answer;
  private long asked;

  @Inject
  HealthProbe(
      StoreProbe store,
      ChangeFeed feed,
      ClockCheck clock,
      @Named(TaskExecutors.BLOCKING) ExecutorService executor) {
    this(store, feed, clock, executor, System::nanoTime);
  }

  HealthProbe(
      StoreProbe store,
      ChangeFeed feed,
      ClockCheck clock,
      ExecutorService executor,
      LongSupplier nanoTime) {
    this.store = store;
    this.feed = feed;
    this.clock = clock;
    this.executor = executor;
    this.nanoTime = nanoTime;
  }

  /** The findings, no older than a second when they are asked for. Never fails. */
  synchronized CompletableFuture<HealthFindings> ask() {
    long now = nanoTime.getAsLong();
    boolean underWay = look != null && !look.isDone();
    if (answer == null || (!underWay && now - asked >= KEPT)) {
      asked = now;
      look = CompletableFuture.supplyAsync(this::findings, executor);
      answer = look.copy().completeOnTimeout(LATE, PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    }
    return answer;
  }

  private HealthFindings findings() {
    Map<String, String> details = new LinkedHashMap<>();
    @Nullable String clockFault = clock.findFault();
    boolean written = write();
    details.put("store", written ? "writable" : "cannot be written; the log says why");
    details.put(
        "changes",
        feed.isFresh() ? "followed" : "not followed for " + feed.age().toSeconds() + " s");
    details.put("clock", clockFault == null ? "sane" : clockFault);
    return new HealthFindings(written && feed.isFresh() && clockFault == null, details);
  }

  private boolean write() {
    try {
      store.write();
      return true;
    } catch (RuntimeException e) {
      LOG.warn("The health check cannot write to the key store: {}", e.toString());
      return false;
    }
  }
}
