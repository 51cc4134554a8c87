package io.keystile.auth.verify;

import io.keystile.auth.Reason;
import io.keystile.auth.Verdict;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * How calls were decided, counted since the start: {@value #ACCEPTED}, or the code of the reason.
 * The codes of an application's own checks are told apart up to a number, the rest is {@value
 * #OTHER}. Counting takes no lock and, but for the first of a kind, no memory. Safe for several
 * threads.
 *
 * @since 0.1
 */
@Singleton
public final class Outcomes {

  /** The outcome of a call that may go on. */
  public static final String ACCEPTED = "accepted";

  /** The outcome of refusals with a code that came when there were too many. */
  public static final String OTHER = "other";

  private static final int MAX_FURTHER = 20;

  private final LongAdder accepted = new LongAdder();
  private final Map<String, LongAdder> counts = new ConcurrentHashMap<>();
  private final int most;
  private @Nullable BiConsumer<String, LongAdder> listener;

  Outcomes() {
    counts.put(ACCEPTED, accepted);
    counts.put(OTHER, new LongAdder());
    Reason.ALL.forEach(reason -> counts.put(reason.code(), new LongAdder()));
    this.most = counts.size() + MAX_FURTHER;
  }

  /** Counts one decided call. */
  public void count(Verdict verdict) {
    if (verdict instanceof Verdict.Rejected rejected) {
      String code = rejected.reason().code();
      LongAdder count = counts.get(code);
      (count == null ? add(code) : count).increment();
    } else {
      accepted.increment();
    }
  }

  /** How often this was the outcome. */
  public long of(String outcome) {
    LongAdder count = counts.get(outcome);
    return count == null ? 0 : count.sum();
  }

  /** Tells the counter of every outcome, and from now on of each new one. */
  public synchronized void watch(BiConsumer<String, LongAdder> listener) {
    this.listener = listener;
    counts.forEach(listener);
  }

  private synchronized LongAdder add(String code) {
    LongAdder known = counts.get(counts.size() < most ? code : OTHER);
    if (known != null) {
      return counts.getOrDefault(code, known);
    }
    LongAdder added = new LongAdder();
    counts.put(code, added);
    if (listener != null) {
      listener.accept(code, added);
    }
    return added;
  }
}
