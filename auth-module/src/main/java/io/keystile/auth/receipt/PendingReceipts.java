package io.keystile.auth.receipt;

import io.keystile.auth.ApiKeyId;
import io.keystile.auth.limit.AddressGroup;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Refusals that were not written yet, not more than a fixed number of them. When it is full, the
 * oldest of the most frequent kind gives way, so that a flood does not wash away what else is
 * refused meanwhile. A kind is a reason together with a key, or with an address. Refusing goes by
 * here, so that it is quick to add to; who looks for one goes through them all. Safe for several
 * threads.
 */
final class PendingReceipts {

  private final int max;
  private final Map<Kind, Deque<Entry>> kinds = new HashMap<>();
  // The oldest first, with some that are gone.
  private final ArrayDeque<Entry> line = new ArrayDeque<>();
  private int size;
  private long dropped;

  PendingReceipts(int max) {
    this.max = max;
  }

  void add(RefusedCall call) {
    Kind kind = Kind.of(call);
    synchronized (this) {
      if (size >= max) {
        dropOneFor(kind);
      }
      Entry entry = new Entry(call);
      kinds.computeIfAbsent(kind, any -> new ArrayDeque<>(1)).addLast(entry);
      line.addLast(entry);
      size++;
    }
  }

  synchronized @Nullable RefusedCall find(String id) {
    return waiting().filter(call -> call.id().equals(id)).findAny().orElse(null);
  }

  synchronized int size() {
    return size;
  }

  /** The oldest, which stay until they are {@linkplain #remove removed}. */
  synchronized List<RefusedCall> oldest(int size) {
    return waiting().limit(size).toList();
  }

  /** Removes what {@link #oldest} said, as far as it did not give way since. */
  synchronized void remove(Collection<RefusedCall> written) {
    for (RefusedCall call : written) {
      Kind kind = Kind.of(call);
      Deque<Entry> own = kinds.get(kind);
      // The oldest of all are the oldest of their kinds.
      if (own != null && own.getFirst().call.id().equals(call.id())) {
        removeOldest(kind, own);
      }
    }
  }

  /** How many gave way since the last time this was asked. */
  synchronized long takeDropped() {
    long count = dropped;
    dropped = 0;
    return count;
  }

  private Stream<RefusedCall> waiting() {
    return line.stream().filter(entry -> !entry.gone).map(entry -> entry.call);
  }

  private void dropOneFor(Kind kind) {
    Deque<Entry> own = kinds.get(kind);
    // With more than half of them it is the most frequent one, and there is no need to search.
    Kind largest = own != null && own.size() > max / 2 ? kind : largest();
    removeOldest(largest, Objects.requireNonNull(kinds.get(largest)));
    dropped++;
  }

  // A flood from everywhere makes each kind as frequent as the other: then the oldest goes.
  private Kind largest() {
    if (kinds.size() == size) {
      return Kind.of(line.getFirst().call);
    }
    Kind largest = null;
    int most = 0;
    for (Map.Entry<Kind, Deque<Entry>> kind : kinds.entrySet()) {
      if (kind.getValue().size() > most) {
        largest = kind.getKey();
        most = kind.getValue().size();
      }
    }
    return Objects.requireNonNull(largest, "a full queue has kinds");
  }

  private void removeOldest(Kind kind, Deque<Entry> own) {
    own.removeFirst().gone = true;
    if (own.isEmpty()) {
      kinds.remove(kind);
    }
    size--;
    tidyLine();
  }

  /** Lets the first in line be one that waits, and the line not be much longer than it has to. */
  private void tidyLine() {
    while (!line.isEmpty() && line.getFirst().gone) {
      line.removeFirst();
    }
    if (line.size() > 2 * max) {
      line.removeIf(entry -> entry.gone);
    }
  }

  private static final class Entry {

    private final RefusedCall call;
    private boolean gone;

    Entry(RefusedCall call) {
      this.call = call;
    }
  }

  private record Kind(String reason, @Nullable ApiKeyId keyId, @Nullable AddressGroup from) {

    static Kind of(RefusedCall call) {
      ApiKeyId key = call.verdict().keyId();
      return new Kind(
          call.verdict().reason().code(),
          key,
          key == null ? AddressGroup.of(call.address()) : null);
    }
  }
}
