package io.keystile.auth.verify;

import io.keystile.auth.keys.KeyDigests;
import io.keystile.auth.secret.KeyDigest;
import io.keystile.auth.store.ChangeListener;
import io.keystile.auth.store.Changes;
import io.micronaut.scheduling.TaskExecutors;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells that the store holds no key with a digest, once it was asked to find out which there are.
 * Follows every change from before it begins to read, and forgets all a minute after. Safe for
 * several threads; reads the store on a thread of its executor.
 */
@Singleton
final class PresentKeys implements ChangeListener {

  private static final Logger LOG = LoggerFactory.getLogger(PresentKeys.class);
  // For what is written into the file without a note of the change.
  private static final Duration KEPT = Duration.ofMinutes(1);
  private static final int SPARE = 1_000;

  private final LongSupplier count;
  private final Consumer<Predicate<List<KeyDigest>>> scan;
  private final Executor executor;
  private final Clock clock;
  private final AtomicReference<@Nullable Known> known = new AtomicReference<>();
  private final AtomicBoolean reading = new AtomicBoolean();

  @Inject
  PresentKeys(
      KeyDigests digests,
      Changes changes,
      @Named(TaskExecutors.BLOCKING) ExecutorService executor,
      Clock clock) {
    this(digests::count, digests::scan, changes, executor, clock);
  }

  PresentKeys(
      LongSupplier count,
      Consumer<Predicate<List<KeyDigest>>> scan,
      Changes changes,
      Executor executor,
      Clock clock) {
    this.count = count;
    this.scan = scan;
    this.executor = executor;
    this.clock = clock;
    changes.subscribe(this);
  }

  /** Whether it is certain that there is no such key; false also when nothing is known. */
  boolean isAbsent(KeyDigest digest, long now) {
    Known current = known.get();
    return current != null && isReady(current, now) && !current.filter.mayContain(digest);
  }

  /** Whether there is anything to tell at this time. */
  boolean isReady(long now) {
    Known current = known.get();
    return current != null && isReady(current, now);
  }

  private boolean isReady(Known current, long now) {
    long end = current.end;
    if (now >= end && end != Known.UNFINISHED) {
      known.compareAndSet(current, null);
    }
    return now < end;
  }

  /** Begins to find out, unless that is under way or done. */
  void read() {
    if (!isReady(clock.millis()) && reading.compareAndSet(false, true)) {
      try {
        executor.execute(this::readAll);
      } catch (RejectedExecutionException e) {
        reading.set(false);
      }
    }
  }

  void readAll() {
    try {
      Known fresh = new Known(new DigestFilter(count.getAsLong() + SPARE));
      // Before the first row is read: a change from here on is heard or read, or both.
      known.set(fresh);
      scan.accept(page -> add(fresh, page));
      fresh.end = clock.instant().plus(KEPT).toEpochMilli();
      LOG.debug("Unknown keys are told by {} bytes in memory", fresh.filter.bytes());
    } catch (RuntimeException e) {
      known.set(null);
      LOG.debug("Which keys there are could not be read; the store is asked for each", e);
    } finally {
      reading.set(false);
    }
  }

  /** Whether there is still somebody to read for. */
  private boolean add(Known to, Collection<KeyDigest> digests) {
    digests.forEach(to.filter::add);
    if (to.filter.isOverfull()) {
      known.compareAndSet(to, null);
    }
    return known.get() == to;
  }

  @Override
  public void changed(Collection<KeyDigest> digests) {
    Known current = known.get();
    if (current != null) {
      add(current, digests);
    }
  }

  @Override
  public void everythingChanged() {
    known.set(null);
  }

  private static final class Known {

    private static final long UNFINISHED = Long.MIN_VALUE;

    private final DigestFilter filter;
    private volatile long end = UNFINISHED;

    Known(DigestFilter filter) {
      this.filter = filter;
    }
  }
}
