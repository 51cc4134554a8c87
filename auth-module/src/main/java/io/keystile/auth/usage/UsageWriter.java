package io.keystile.auth.usage;

import io.keystile.auth.store.StoreTransactions;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Writes counts down, some keys at a time. */
@Singleton
final class UsageWriter {

  private static final int PRUNED = 500;

  private final UseRepository uses;
  private final UsageRepository hours;
  private final StoreTransactions transactions;

  UsageWriter(UseRepository uses, UsageRepository hours, StoreTransactions transactions) {
    this.uses = uses;
    this.hours = hours;
    this.transactions = transactions;
  }

  /**
   * Adds to what is there, and to the sums of all keys.
   *
   * @throws io.keystile.auth.store.StoreUnavailableException when nothing could be written
   */
  void write(List<TakenUse> batch) {
    List<UsageRow> rows = new ArrayList<>();
    Map<UsageRow, Long> sums = new HashMap<>();
    for (UsageRow row : batch.stream().flatMap(taken -> taken.hours().stream()).toList()) {
      rows.add(row);
      sums.merge(
          new UsageRow(UsageRow.ALL, row.hour(), 0, row.reason(), 0), row.requests(), Long::sum);
    }
    sums.forEach(
        (row, sum) -> rows.add(new UsageRow(row.keyId(), row.hour(), 0, row.reason(), sum)));
    transactions.write("the use of keys", () -> write(batch, rows));
  }

  private int write(List<TakenUse> batch, List<UsageRow> rows) {
    for (TakenUse taken : batch) {
      if (taken.use() != null) {
        uses.add(taken.use());
      }
    }
    hours.add(rows);
    return rows.size();
  }

  /** Removes some of what is older than the hour; whether there may be more. */
  boolean prune(long hour) {
    return transactions.write("the history of use", () -> hours.removeBefore(hour, PRUNED))
        == PRUNED;
  }
}
