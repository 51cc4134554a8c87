package io.keystile.auth.receipt;

import io.keystile.auth.settings.Live;
import io.keystile.auth.store.StoreTransactions;
import io.keystile.auth.store.StoreUnavailableException;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Why calls were refused, by the id that each caller was told. Refusing never waits for a receipt,
 * and goes on when none can be written. Of a flood only the latest are kept: at most 1000 wait to
 * be written, {@code keystile.usage.flush-interval} apart, and the most frequent kind gives way
 * first. Safe for several threads.
 *
 * @since 0.1
 */
@Singleton
public final class Receipts {

  /** The most receipts on a page. */
  public static final int MAX_PAGE = 200;

  private static final Logger LOG = LoggerFactory.getLogger(Receipts.class);
  private static final int MAX_PENDING = 1000;
  private static final int BATCH = 200;

  private final PendingReceipts pending = new PendingReceipts(MAX_PENDING);
  private final ReceiptRepository repository;
  private final ReceiptSearch search;
  private final StoreTransactions transactions;
  private final Explanations explanations;
  private final ReceiptMapper mapper;
  private final Live<ReceiptsConfiguration> configuration;
  private final Clock clock;
  private boolean failing;

  Receipts(
      ReceiptRepository repository,
      ReceiptSearch search,
      StoreTransactions transactions,
      Explanations explanations,
      ReceiptMapper mapper,
      Live<ReceiptsConfiguration> configuration,
      Clock clock) {
    this.repository = repository;
    this.search = search;
    this.transactions = transactions;
    this.explanations = explanations;
    this.mapper = mapper;
    this.configuration = configuration;
    this.clock = clock;
  }

  /** Keeps a refusal. Cheap: it is explained and written later. */
  public void add(RefusedCall call) {
    if (configuration.get().max() > 0) {
      pending.add(call);
    }
  }

  /**
   * The receipt with this id, or nothing when there is none or it is no longer kept. One of this
   * process is found at once, one of another when it was written.
   *
   * @throws StoreUnavailableException when the store cannot be read
   */
  public Optional<Receipt> find(String id) {
    RefusedCall call = pending.find(id);
    return call != null
        ? Optional.of(explanations.explain(call))
        : transactions
            .read("a receipt", () -> repository.find(id, oldestKept()))
            .map(mapper::toReceipt);
  }

  /**
   * Some receipts, the newest first.
   *
   * @param cursor the {@code nextCursor} of the page before, or null for the first page
   * @param size how many, 1 to {@link #MAX_PAGE}
   * @throws IllegalArgumentException when the size is out of range
   * @throws StoreUnavailableException when the store cannot be read
   */
  public ReceiptPage page(ReceiptFilter filter, @Nullable String cursor, int size) {
    if (size < 1 || size > MAX_PAGE) {
      throw new IllegalArgumentException("size must be 1 to " + MAX_PAGE + ": " + size);
    }
    flush();
    List<Receipt> found =
        transactions
            .read("receipts", () -> search.rows(filter, oldestKept(), cursor, size + 1))
            .stream()
            .map(mapper::toReceipt)
            .toList();
    return found.size() <= size
        ? new ReceiptPage(found, null)
        : new ReceiptPage(found.subList(0, size), found.get(size - 1).id());
  }

  /** Writes down what is pending; what cannot be written stays for the next time. */
  @PreDestroy
  void flush() {
    flush(() -> {});
  }

  /**
   * The same in no hurry, and removes what is too old or too much. What comes while this runs is
   * left for the next time, so that a flood cannot keep it busy.
   *
   * @param pause run between two transactions, so that others get their turn
   */
  synchronized void flush(Runnable pause) {
    try {
      int left = pending.size();
      while (left > 0) {
        List<RefusedCall> batch = pending.oldest(Math.min(left, BATCH));
        write(batch);
        left -= batch.size();
        pause.run();
      }
      failing = false;
    } catch (RuntimeException e) {
      if (!failing) {
        LOG.warn("Receipts cannot be written at the moment; refusing goes on: {}", e.getMessage());
      }
      failing = true;
    }
    tellDropped();
  }

  private void write(List<RefusedCall> batch) {
    List<ReceiptRow> rows = batch.stream().map(explanations::explain).map(mapper::toRow).toList();
    transactions.write(
        "receipts",
        () -> {
          repository.add(rows);
          return repository.prune(oldestKept(), configuration.get().max(), 2 * BATCH);
        });
    pending.remove(batch);
  }

  /** Removes some of what is too old or too much; whether there may be more. */
  boolean prune() {
    return transactions.write(
            "receipts", () -> repository.prune(oldestKept(), configuration.get().max(), BATCH))
        == BATCH;
  }

  private void tellDropped() {
    long dropped = pending.takeDropped();
    if (dropped > 0) {
      LOG.warn("{} refusals came too fast for a receipt of their own", dropped);
    }
  }

  private long oldestKept() {
    return clock.instant().minus(configuration.get().maxAge()).toEpochMilli();
  }
}
