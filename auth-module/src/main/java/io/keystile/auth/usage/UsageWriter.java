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

  private final UsageStatements statements;
  private final UsageRepository hours;
  private final StoreTransactions transactions;

  UsageWriter(UsageStatements statements, UsageRepository hours, StoreTransactions transactions) {
    this.statements = statements;
    this.hours = hours;
    this.transactions = transactions;
  }

  /**
   * Adds to what is there, and to the sums of all keys.
   *
   * @throws io.keystile.auth.store.StoreUnavailableException when nothing could be written
   */
  void write(List<TakenUse> batch) {
    List<UseRow> uses = new ArrayList<>(batch.size());
    List<UsageRow> rows = new ArrayList<>(2 * batch.size());
    Map<UsageRow, Long> sums = new HashMap<>();
    for (TakenUse taken : batch) {
      if (taken.use() != null) {
        uses.add(taken.use());
      }
      for (UsageRow row : taken.hours()) {
        rows.add(row);
        sums.merge(row.ofAllKeys(), row.requests(), Long::sum);
      }
    }
    sums.forEach((row, sum) -> rows.add(row.withRequests(sum)));
    transactions.write("the use of keys", () -> write(uses, rows));
  }

  private int write(List<UseRow> uses, List<UsageRow> rows) {
    statements.addUses(uses);
    statements.addHours(rows);
    return rows.size();
  }

  /** Removes some of what is older than the hour; whether there may be more. */
  boolean prune(long hour) {
    return transactions.write("the history of use", () -> hours.removeBefore(hour, PRUNED))
        == PRUNED;
  }
}
