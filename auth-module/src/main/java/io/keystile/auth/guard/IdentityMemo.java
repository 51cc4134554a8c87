package io.keystile.auth.guard;

import io.micronaut.core.annotation.Internal;
import java.util.Arrays;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Remembers what was worked out for things of which there is a fixed number, such as routes and
 * methods. They are told apart by identity, because their own {@code equals} and {@code hashCode}
 * compare names and types, and it is asked on every request. What comes beyond {@value #MAX} is
 * worked out each time. Safe for several threads.
 *
 * @param <K> what something is worked out for
 * @param <V> what is worked out
 */
@Internal
public final class IdentityMemo<K, V> {

  private static final int MAX = 4096;

  private final Function<K, V> resolve;
  // Keys at even places, values behind them, at most half full; replaced as a whole, never changed.
  private volatile @Nullable Object[] table = new @Nullable Object[64];
  private int size;

  /**
   * @param resolve works out the value; may run more than once for the same key
   */
  public IdentityMemo(Function<K, V> resolve) {
    this.resolve = resolve;
  }

  /** The value of the key. */
  public V get(K key) {
    @Nullable Object[] now = table;
    int place = place(now, key);
    @SuppressWarnings("unchecked") // A value stands behind its own key.
    V value = now[place] == key ? (V) now[place + 1] : null;
    return value != null ? value : add(key);
  }

  private V add(K key) {
    V value = resolve.apply(key);
    synchronized (this) {
      if (size < MAX && table[place(table, key)] == null) {
        table = with(key, value);
        size++;
      }
    }
    return value;
  }

  private @Nullable Object[] with(K key, V value) {
    @Nullable Object[] old = table;
    boolean full = 4 * (size + 1) > old.length;
    @Nullable Object[] larger =
        full ? new @Nullable Object[2 * old.length] : Arrays.copyOf(old, old.length);
    for (int i = 0; full && i < old.length; i += 2) {
      Object known = old[i];
      if (known != null) {
        put(larger, known, old[i + 1]);
      }
    }
    put(larger, key, value);
    return larger;
  }

  private static void put(@Nullable Object[] table, Object key, @Nullable Object value) {
    int place = place(table, key);
    table[place] = key;
    table[place + 1] = value;
  }

  /** Where the key stands, or where it would. */
  private static int place(@Nullable Object[] table, Object key) {
    int place = spread(System.identityHashCode(key)) & (table.length - 2);
    while (table[place] != null && table[place] != key) {
      place = (place + 2) & (table.length - 1);
    }
    return place;
  }

  private static int spread(int hash) {
    return (hash ^ (hash >>> 15)) << 1;
  }
}
