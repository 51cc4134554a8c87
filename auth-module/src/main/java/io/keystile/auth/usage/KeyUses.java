package io.keystile.auth.usage;

import io.keystile.auth.ApiKeyId;
import io.keystile.auth.Reason;
import io.keystile.auth.store.StoreTransactions;
import io.keystile.auth.store.StoreUnavailableException;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
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
  private final UsageWriter writer;
  private final FlushLag lag;
  private final UseQueue dirty = new UseQueue();
  // Those that count refusals, until these are written down.
  private final Map<Secret, SecretCounter> refusing = new ConcurrentHashMap<>();
  private final SecretCounter unknown = new SecretCounter(UsageRow.UNKNOWN, 0, dirty);
  private final ReasonNames reasons = new ReasonNames();

  KeyUses(
      UseRepository repository, StoreTransactions transactions, UsageWriter writer, FlushLag lag) {
    this.repository = repository;
    this.transactions = transactions;
    this.writer = writer;
    this.lag = lag;
  }

  /** Counters that have something to be written down. */
  UseQueue dirty() {
    return dirty;
  }

  /** A new counter for one secret of a key; what several of them count is added up. */
  public KeyUse of(ApiKeyId id, int generation) {
    return counter(new Secret(id.value(), generation));
  }

  private SecretCounter counter(Secret secret) {
    return new SecretCounter(secret.keyId, secret.generation, dirty);
  }

  /**
   * Counts one refused call.
   *
   * @param now in milliseconds since the epoch
   * @param id the key that was recognised, or null when none was
   * @param generation which of its secrets, or 0 when that is not known
   */
  public void countRefusal(long now, Reason reason, @Nullable ApiKeyId id, int generation) {
    (id == null ? unknown : refusing(id, generation)).refused(now, reasons.of(reason));
  }

  private SecretCounter refusing(ApiKeyId id, int generation) {
    return refusing.computeIfAbsent(new Secret(id.value(), generation), this::counter);
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
  public void flush() {
    flush(() -> {});
  }

  /**
   * The same in no hurry. What is used while this runs is left for the next time: keys in steady
   * use would otherwise be written over and over, without an end.
   *
   * @param pause run between two transactions, so that others get their turn
   */
  synchronized void flush(Runnable pause) {
    List<KeyUse> all = inOrder(dirty.takeAll());
    int written = 0;
    try {
      while (written < all.size() && write(next(all, written))) {
        written = Math.min(written + BATCH, all.size());
        pause.run();
      }
    } finally {
      all.subList(written, all.size()).forEach(dirty::add);
    }
    lag.flushed(written == all.size());
  }

  /** As the tables are kept, so that a page of theirs is written by one transaction, not by all. */
  private static List<KeyUse> inOrder(List<KeyUse> uses) {
    return uses.stream()
        .map(use -> Map.entry(use.keyId(), use))
        .sorted(Map.Entry.comparingByKey())
        .map(Map.Entry::getValue)
        .toList();
  }

  private static List<KeyUse> next(List<KeyUse> all, int written) {
    return all.subList(written, Math.min(written + BATCH, all.size()));
  }

  private boolean write(List<KeyUse> batch) {
    List<TakenUse> taken = batch.stream().map(this::take).toList();
    try {
      writer.write(taken);
      return true;
    } catch (RuntimeException e) {
      for (int i = 0; i < batch.size(); i++) {
        batch.get(i).restore(taken.get(i));
      }
      LOG.warn("The use of keys cannot be written down at the moment: {}", e.getMessage());
      return false;
    }
  }

  private TakenUse take(KeyUse use) {
    // Whoever has it at hand meanwhile may count on: it is queued again.
    refusing.remove(new Secret(use.keyId(), use.generation()), use);
    return use.take();
  }

  private record Secret(String keyId, int generation) {}
}
