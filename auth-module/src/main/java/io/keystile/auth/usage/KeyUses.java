package io.keystile.auth.usage;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.keystile.auth.ApiKeyId;
import io.keystile.auth.store.StoreTransactions;
import io.keystile.auth.store.StoreUnavailableException;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Counts use in memory and writes it down in small transactions, so that no request waits for a
 * write and no writer of keys waits long. Safe for several threads.
 *
 * @since 0.1
 */
@Singleton
public final class KeyUses {

  private static final Logger LOG = LoggerFactory.getLogger(KeyUses.class);
  private static final int BATCH = 500;

  private final UseRepository repository;
  private final StoreTransactions transactions;
  private final FlushLag lag;
  private final Queue<KeyUse> dirty = new ConcurrentLinkedQueue<>();
  // A counter lives as long as a cached key, or the queue, holds it.
  private final Cache<Secret, KeyUse> counters = Caffeine.newBuilder().weakValues().build();

  KeyUses(UseRepository repository, StoreTransactions transactions, FlushLag lag) {
    this.repository = repository;
    this.transactions = transactions;
    this.lag = lag;
  }

  /** The counter of one secret of a key; the same one as long as somebody holds it. */
  public KeyUse of(ApiKeyId id, int generation) {
    return counters.get(
        new Secret(id.value(), generation),
        secret -> new KeyUse(secret.keyId, secret.generation, dirty));
  }

  /**
   * What was written down for a key, the newest secret first.
   *
   * @throws StoreUnavailableException when the store cannot be read
   */
  public List<SecretUse> find(ApiKeyId id) {
    return transactions.read("the use of a key", () -> repository.of(id.value())).stream()
        .map(SecretUse::of)
        .toList();
  }

  /**
   * What was written down for several keys, for each the newest secret first; a key that was never
   * used is left out.
   *
   * @throws StoreUnavailableException when the store cannot be read
   */
  public Map<ApiKeyId, List<SecretUse>> find(Collection<ApiKeyId> ids) {
    if (ids.isEmpty()) {
      return Map.of();
    }
    List<String> names = ids.stream().map(ApiKeyId::value).toList();
    return transactions.read("the use of keys", () -> repository.ofAll(names)).stream()
        .sorted(Comparator.comparingInt(UseRow::generation).reversed())
        .collect(
            Collectors.groupingBy(
                row -> new ApiKeyId(row.keyId()),
                Collectors.mapping(SecretUse::of, Collectors.toList())));
  }

  /** Writes down what was counted; what cannot be written stays for the next time. */
  @PreDestroy
  public synchronized void flush() {
    List<KeyUse> batch = next();
    while (!batch.isEmpty() && write(batch)) {
      batch = next();
    }
    lag.flushed(batch.isEmpty());
  }

  private List<KeyUse> next() {
    List<KeyUse> batch = new ArrayList<>();
    while (batch.size() < BATCH && !dirty.isEmpty()) {
      KeyUse use = dirty.poll();
      if (use != null) {
        batch.add(use);
      }
    }
    return batch;
  }

  private boolean write(List<KeyUse> batch) {
    List<UseRow> rows = batch.stream().map(KeyUse::take).toList();
    try {
      transactions.write("the use of keys", () -> rows.stream().mapToInt(repository::add).sum());
      return true;
    } catch (StoreUnavailableException e) {
      for (int i = 0; i < batch.size(); i++) {
        batch.get(i).restore(rows.get(i));
      }
      LOG.warn("The use of keys cannot be written down at the moment: {}", e.getMessage());
      return false;
    }
  }

  private record Secret(String keyId, int generation) {}
}
