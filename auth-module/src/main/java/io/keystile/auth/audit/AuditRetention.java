package io.keystile.auth.audit;

import io.keystile.auth.store.StoreTransactions;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Removes old rows of the audit log. A row that holds number and MAC of the last one removed stands
 * in for them, so that the rest can be verified. Safe for several threads and processes; blocks.
 *
 * @since 0.1
 */
@Singleton
public final class AuditRetention {

  private static final int BATCH = 10_000;

  private final AuditRepository repository;
  private final AuditHeads heads;
  private final AuditLog log;
  private final StoreTransactions transactions;
  private final Clock clock;

  AuditRetention(
      AuditRepository repository,
      AuditHeads heads,
      AuditLog log,
      StoreTransactions transactions,
      Clock clock) {
    this.repository = repository;
    this.heads = heads;
    this.log = log;
    this.transactions = transactions;
    this.clock = clock;
  }

  /**
   * Removes the rows that are older, from the beginning up to the first that is not.
   *
   * @param age how old a row may be, a day or more
   * @return how many rows went
   * @throws IllegalArgumentException when the age is less than a day
   * @throws AuditUnavailableException when the end of the log was cut off; nothing was removed
   * @throws io.keystile.auth.store.StoreUnavailableException when the store cannot be written
   */
  public long prune(Duration age) {
    AuditConfiguration.requireRetention("age", age);
    Instant before = clock.instant().minus(age);
    heads.advance();
    long removed = 0;
    int some;
    do {
      some = transactions.write("the audit log", () -> removeSome(before));
      removed += some;
    } while (some == BATCH);
    heads.follow();
    return removed;
  }

  private int removeSome(Instant before) {
    Long first = repository.findFirstNumber().orElse(null);
    if (first == null) {
      return 0;
    }
    long end = first + BATCH - 1;
    long kept = repository.findFirstKept(before.toEpochMilli(), end).orElse(end + 1);
    AuditRow last =
        repository.findLastUpTo(kept - 1).filter(row -> row.number() >= first).orElse(null);
    if (last == null) {
      return 0;
    }
    // First the row that stands in: without it the table refuses to let rows go.
    Map<String, Object> standIn = new LinkedHashMap<>();
    standIn.put(Anchor.NUMBER, last.number());
    standIn.put(Anchor.MAC, last.mac());
    standIn.put("before", before);
    String rows = "rows " + first + " to " + last.number();
    log.record(AuditEntry.added(AuditAction.AUDIT_PRUNE, rows, standIn));
    return repository.removeUpTo(last.number());
  }
}
