package io.keystile.auth.audit;

import io.keystile.auth.store.StoreTransactions;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads the audit log. Every method throws {@link io.keystile.auth.store.StoreUnavailableException}
 * when the store cannot be read. Safe for several threads; blocks.
 *
 * @since 0.1
 */
@Singleton
public final class AuditTrail {

  /** The most rows on one page. */
  public static final int MAX_PAGE = 200;

  private final AuditRepository repository;
  private final AuditSearch search;
  private final AuditRecords records;
  private final AuditVerifier verifier;
  private final StoreTransactions transactions;

  AuditTrail(
      AuditRepository repository,
      AuditSearch search,
      AuditRecords records,
      AuditVerifier verifier,
      StoreTransactions transactions) {
    this.repository = repository;
    this.search = search;
    this.records = records;
    this.verifier = verifier;
    this.transactions = transactions;
  }

  /**
   * One page of the log.
   *
   * @param filter which rows, in what order
   * @param cursor {@link AuditPage#nextCursor()} of the page before, or null for the first
   * @param size how many at the most, 1 to {@value #MAX_PAGE}
   * @throws IllegalArgumentException when the size is out of range
   */
  public AuditPage page(AuditFilter filter, @Nullable Long cursor, int size) {
    if (size < 1 || size > MAX_PAGE) {
      throw new IllegalArgumentException("size must be 1 to " + MAX_PAGE);
    }
    List<AuditRow> found = rows(filter, cursor, size + 1);
    List<AuditRow> shown = found.subList(0, Math.min(size, found.size()));
    return new AuditPage(
        shown.stream().map(records::of).toList(),
        found.size() > size ? shown.get(size - 1).number() : null);
  }

  /** Hands every such row over, one after the other; memory stays flat. */
  public void export(AuditFilter filter, Consumer<AuditRecord> sink) {
    Long cursor = null;
    List<AuditRow> found;
    do {
      found = rows(filter, cursor, MAX_PAGE);
      found.stream().map(records::of).forEach(sink);
      cursor = found.isEmpty() ? cursor : Long.valueOf(found.get(found.size() - 1).number());
    } while (found.size() == MAX_PAGE);
  }

  /**
   * Looks at every row, whether it is the one that was written, in its place; and at the end,
   * whether something was cut off. Memory stays flat.
   */
  public AuditReport verify() {
    return verify(rows -> {});
  }

  /**
   * The same for those who wait.
   *
   * @param progress is told now and then how many rows were looked at; what it throws ends the look
   */
  public AuditReport verify(LongConsumer progress) {
    return verifier.verify(progress);
  }

  /** The row with this number, or nothing when there is none or it was let go. */
  public Optional<AuditRecord> find(long number) {
    return transactions.read("the audit log", () -> repository.findRow(number)).map(records::of);
  }

  /** About how many rows there are: told from the first and the last number, without counting. */
  public long count() {
    return transactions.read(
        "the audit log",
        () ->
            repository
                .findLast()
                .map(last -> last.number() - repository.findFirstNumber().orElse(1L) + 1)
                .orElse(0L));
  }

  private List<AuditRow> rows(AuditFilter filter, @Nullable Long cursor, int size) {
    return transactions.read("the audit log", () -> search.rows(filter, cursor, size));
  }
}
