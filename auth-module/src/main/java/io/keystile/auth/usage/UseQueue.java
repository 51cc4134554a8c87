package io.keystile.auth.usage;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Counters that have something to be written down. One may be added twice. Adding takes one atomic
 * step and no branch, because requests add: the compiler leaves out a branch that was never taken,
 * and gives up all it made of a request's way when it is taken once. That of a queue that tries
 * again when two threads meet is. Safe for several threads.
 */
final class UseQueue {

  private static final long MOMENT = 50_000;

  private final AtomicReference<@Nullable Entry> newest = new AtomicReference<>();

  void add(KeyUse use) {
    Entry added = new Entry(use);
    added.older = newest.getAndSet(added);
  }

  /** Takes out all that is here, each once, the oldest first. */
  List<KeyUse> takeAll() {
    Set<KeyUse> found = new LinkedHashSet<>();
    Entry entry = newest.getAndSet(null);
    while (entry != null) {
      found.add(entry.use);
      entry = entry.awaitOlder();
    }
    List<KeyUse> all = new ArrayList<>(found);
    Collections.reverse(all);
    return all;
  }

  private static final class Entry {

    private final KeyUse use;
    // Itself, until it is known.
    private volatile @Nullable Entry older = this;

    Entry(KeyUse use) {
      this.use = use;
    }

    // Whoever adds is between two steps.
    @Nullable Entry awaitOlder() {
      Entry found = older;
      while (found == this) {
        LockSupport.parkNanos(MOMENT);
        found = older;
      }
      return found;
    }
  }
}
