package io.keystile.auth.store;

import jakarta.inject.Singleton;
import java.time.Clock;

/** Tries whether the store can be written, with one row that nobody reads. Blocks. */
@Singleton
public final class StoreProbe {

  private final ProbeRepository repository;
  private final StoreTransactions transactions;
  private final Clock clock;

  StoreProbe(ProbeRepository repository, StoreTransactions transactions, Clock clock) {
    this.repository = repository;
    this.transactions = transactions;
    this.clock = clock;
  }

  /**
   * Writes the row.
   *
   * @throws StoreUnavailableException when the store cannot be written
   */
  public void write() {
    transactions.write("a health check", () -> repository.put(clock.millis()));
  }
}
