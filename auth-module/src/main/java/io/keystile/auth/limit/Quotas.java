package io.keystile.auth.limit;

import io.keystile.auth.store.StoreReader;
import io.keystile.auth.store.StoreTransactions;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The counters of all keys in use. They live in memory and go to the store in one transaction at
 * intervals and at shutdown; at the same time what other processes have added comes in. Safe for
 * several threads.
 */
@Singleton
final class Quotas {

  private static final Logger LOG = LoggerFactory.getLogger(Quotas.class);
  // Longer than a writer may wait for its turn, and than clocks of two machines differ.
  private static final long OVERLAP = Duration.ofMinutes(1).toMillis();
  private static final long IDLE = Duration.ofHours(1).toMillis();
  private static final long KEPT = Duration.ofDays(31).toMillis();

  private final Map<String, KeyQuotas> keys = new ConcurrentHashMap<>();
  private final QuotaRepository repository;
  private final StoreTransactions transactions;
  private final StoreReader reader;
  private final Clock clock;
  private long lastRead;
  private boolean cleaned;
  private boolean failing;

  Quotas(
      QuotaRepository repository, StoreTransactions transactions, StoreReader reader, Clock clock) {
    this.repository = repository;
    this.transactions = transactions;
    this.reader = reader;
    this.clock = clock;
    this.lastRead = clock.millis();
  }

  /** The counters of the key, or null when they have to be loaded first. */
  @Nullable KeyQuotas find(String keyId) {
    return keys.get(keyId);
  }

  /**
   * Reads the counters of the key; blocks, but on the reader's thread.
   *
   * @throws io.keystile.auth.store.StoreUnavailableException when the store cannot be asked
   */
  void load(String keyId) {
    List<QuotaRow> rows = reader.read("quotas", store -> QuotaQuery.ofKey(store, keyId));
    long now = clock.millis();
    keys.compute(
        keyId,
        (id, known) -> known != null && known.read(rows, now) ? known : fresh(id, rows, now));
  }

  private static KeyQuotas fresh(String keyId, List<QuotaRow> rows, long now) {
    KeyQuotas fresh = new KeyQuotas(keyId);
    fresh.read(rows, now);
    return fresh;
  }

  /** Writes what is new here, and reads what is new elsewhere. */
  synchronized void flush() {
    if (keys.isEmpty()) {
      return;
    }
    try {
      exchange();
      failing = false;
    } catch (RuntimeException e) {
      if (!failing) {
        LOG.warn("Quotas cannot be written at the moment; they are counted in memory", e);
      }
      failing = true;
    }
  }

  @PreDestroy
  void stop() {
    flush();
  }

  private void exchange() {
    long now = clock.millis();
    List<QuotaRow> uses = keys.values().stream().flatMap(key -> key.send(now).stream()).toList();
    long since = Math.min(lastRead, now) - OVERLAP;
    List<QuotaRow> rows =
        uses.isEmpty()
            ? transactions.read("quotas", () -> repository.changedSince(since))
            : transactions.write("quotas", () -> write(uses, since, now));
    for (QuotaRow row : rows) {
      KeyQuotas key = keys.get(row.keyId());
      if (key != null) {
        key.settle(row, now);
      }
    }
    lastRead = now;
    keys.values().removeIf(key -> key.dropIfIdle(now - IDLE));
  }

  private List<QuotaRow> write(List<QuotaRow> uses, long since, long now) {
    uses.forEach(repository::add);
    if (!cleaned) {
      repository.removeEndedBefore(now - KEPT);
      cleaned = true;
    }
    return repository.changedSince(since);
  }
}
