package io.keystile.auth.keys;

import io.keystile.auth.KeyStatus;
import io.keystile.auth.store.StoreTransactions;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/**
 * Counts keys by what they are worth. Safe for several threads; blocks, and looks at every key: not
 * for the way of a request.
 *
 * @since 0.1
 */
@Singleton
public final class KeyCounts {

  private final KeyCountRepository repository;
  private final EnvironmentKeys environment;
  private final StoreTransactions transactions;
  private final Clock clock;

  KeyCounts(
      KeyCountRepository repository,
      EnvironmentKeys environment,
      StoreTransactions transactions,
      Clock clock) {
    this.repository = repository;
    this.environment = environment;
    this.transactions = transactions;
    this.clock = clock;
  }

  /**
   * How many keys there are of each status now, quotas aside; keys from the environment are active.
   *
   * @throws io.keystile.auth.store.StoreUnavailableException when the store cannot be read
   */
  public Map<KeyStatus, Long> byStatus() {
    Map<KeyStatus, Long> counts = new EnumMap<>(KeyStatus.class);
    counts.put(KeyStatus.ACTIVE, (long) environment.all().size());
    transactions
        .read("the number of keys", () -> repository.byStatus(clock.millis()))
        .forEach(
            row ->
                counts.merge(
                    KeyStatus.valueOf(row.status().toUpperCase(Locale.ROOT)),
                    row.number(),
                    Long::sum));
    return counts;
  }
}
