package io.keystile.auth.receipt;

import io.keystile.auth.ApiKeyId;
import io.keystile.auth.limit.AddressGroup;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Refusals that were not written yet, not more than a fixed number of them. When it is full, the
 * oldest of the most frequent kind gives way, so that a flood does not wash away what else is
 * refused meanwhile. A kind is a reason together with a key, or with an address. Safe for several
 * threads.
 */
final class PendingReceipts {

  private final int max;
  private final Map<String, RefusedCall> calls = new LinkedHashMap<>();
  private final Map<Kind, Deque<String>> kinds = new HashMap<>();
  private long dropped;

  PendingReceipts(int max) {
    this.max = max;
  }

  synchronized void add(RefusedCall call) {
    Kind kind = Kind.of(call);
    Deque<String> own = kinds.get(kind);
    if (calls.size() >= max) {
      // With more than half of them it is the most frequent one, and there is no need to search.
      if (own != null && own.size() > max / 2) {
        calls.remove(own.removeFirst());
        dropped++;
      } else {
        dropLargest();
        own = kinds.get(kind);
      }
    }
    if (own == null) {
      own = new ArrayDeque<>(1);
      kinds.put(kind, own);
    }
    own.addLast(call.id());
    calls.put(call.id(), call);
  }

  synchronized @Nullable RefusedCall find(String id) {
    return calls.get(id);
  }

  synchronized int size() {
    return calls.size();
  }

  /** The oldest, which stay until they are {@linkplain #remove removed}. */
  synchronized List<RefusedCall> oldest(int size) {
    return calls.values().stream().limit(size).toList();
  }

  synchronized void remove(Collection<RefusedCall> written) {
    for (RefusedCall call : written) {
      if (calls.remove(call.id()) != null) {
        forget(Kind.of(call), call.id());
      }
    }
  }

  /** How many gave way since the last time this was asked. */
  synchronized long takeDropped() {
    long count = dropped;
    dropped = 0;
    return count;
  }

  private void dropLargest() {
    Kind largest = largest();
    Deque<String> ids = kinds.get(largest);
    if (ids != null && !ids.isEmpty()) {
      String oldest = ids.getFirst();
      calls.remove(oldest);
      forget(largest, oldest);
      dropped++;
    }
  }

  // A flood from everywhere makes each kind as frequent as the other: then the oldest goes.
  private Kind largest() {
    if (kinds.size() == calls.size()) {
      return Kind.of(calls.values().iterator().next());
    }
    Kind largest = null;
    int size = 0;
    for (Map.Entry<Kind, Deque<String>> kind : kinds.entrySet()) {
      if (kind.getValue().size() > size) {
        largest = kind.getKey();
        size = kind.getValue().size();
      }
    }
    return Objects.requireNonNull(largest, "a full queue has kinds");
  }

  private void forget(Kind kind, String id) {
    Deque<String> ids = kinds.get(kind);
    if (ids != null && ids.remove(id) && ids.isEmpty()) {
      kinds.remove(kind);
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
