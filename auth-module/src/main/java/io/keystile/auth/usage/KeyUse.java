package io.keystile.auth.usage;

import io.keystile.auth.address.ClientIp;
import java.util.Queue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * The counter of one secret: what was not written yet. Recording costs two atomic operations. Safe
 * for several threads.
 */
public final class KeyUse {

  private final String keyId;
  private final int generation;
  private final Queue<KeyUse> dirty;
  private final AtomicBoolean queued = new AtomicBoolean();
  private final AtomicLong requests = new AtomicLong();
  private volatile long lastAt;
  private volatile @Nullable ClientIp lastFrom;

  KeyUse(String keyId, int generation, Queue<KeyUse> dirty) {
    this.keyId = keyId;
    this.generation = generation;
    this.dirty = dirty;
  }

  /**
   * Counts one accepted call.
   *
   * @param now in milliseconds since the epoch
   * @param from the caller's address, or null when it is not known
   */
  public void record(long now, @Nullable ClientIp from) {
    requests.incrementAndGet();
    lastAt = now;
    lastFrom = from;
    if (!queued.get() && queued.compareAndSet(false, true)) {
      dirty.add(this);
    }
  }

  /** Takes what is to be written; whatever is recorded from now on queues again. */
  UseRow take() {
    queued.set(false);
    ClientIp from = lastFrom;
    return new UseRow(
        keyId, generation, requests.getAndSet(0), lastAt, from == null ? null : from.toString());
  }

  /** Takes back what could not be written. */
  void restore(UseRow row) {
    requests.addAndGet(row.requests());
    if (queued.compareAndSet(false, true)) {
      dirty.add(this);
    }
  }
}
