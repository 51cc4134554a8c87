package io.keystile.auth.limit;

import io.keystile.auth.ApiKeyId;
import io.keystile.auth.keys.LimitColumns;
import io.keystile.auth.store.StoreTransactions;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Reads how much of their quotas keys have used. Safe for several threads; blocks.
 *
 * @since 0.1
 */
@Singleton
public final class QuotaUses {

  private static final int PAGE = 500;

  private final QuotaRepository repository;
  private final Limits limits;
  private final LimitColumns columns;
  private final StoreTransactions transactions;
  private final Clock clock;

  QuotaUses(
      QuotaRepository repository,
      Limits limits,
      LimitColumns columns,
      StoreTransactions transactions,
      Clock clock) {
    this.repository = repository;
    this.limits = limits;
    this.columns = columns;
    this.transactions = transactions;
    this.clock = clock;
  }

  /**
   * Hands over what was written since the instant, in windows that are not over, page by page.
   *
   * @throws io.keystile.auth.store.StoreUnavailableException when the store cannot be read
   */
  public void forEachChangedSince(Instant since, Consumer<List<QuotaUse>> action) {
    long now = clock.millis();
    QuotaUseRow last = null;
    List<QuotaUseRow> page = page(since.toEpochMilli(), "", "", now);
    while (!page.isEmpty()) {
      action.accept(page.stream().flatMap(this::uses).toList());
      last = page.get(page.size() - 1);
      page =
          page.size() < PAGE ? List.of() : page(last.updatedAt(), last.keyId(), last.period(), now);
    }
  }

  private List<QuotaUseRow> page(long at, String keyId, String period, long now) {
    return transactions.read(
        "quotas in use", () -> repository.pageOfUses(at, keyId, period, now, PAGE));
  }

  /** Nothing when the key has no such quota any more. */
  private Stream<QuotaUse> uses(QuotaUseRow row) {
    return limits.quotasOf(columns.read(row.rateLimits(), row.quotas())).stream()
        .filter(quota -> quota.period().text().equals(row.period()))
        .map(
            quota ->
                new QuotaUse(
                    new ApiKeyId(row.keyId()),
                    Objects.requireNonNullElse(row.name(), row.keyId()),
                    Objects.requireNonNullElse(row.hint(), ""),
                    row.owner(),
                    quota,
                    row.used(),
                    Instant.ofEpochMilli(row.windowStart()),
                    Instant.ofEpochMilli(row.windowEnd())));
  }
}
