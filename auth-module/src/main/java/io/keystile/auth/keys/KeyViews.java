package io.keystile.auth.keys;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Keys as their administrator sees them, with what stands in other tables; within a transaction.
 */
@Singleton
final class KeyViews {

  private final AccountRepository accounts;
  private final QuotaUseRepository quotas;
  private final KeyMapper mapper;
  private final DefaultLimits limits;
  private final Clock clock;

  KeyViews(
      AccountRepository accounts,
      QuotaUseRepository quotas,
      KeyMapper mapper,
      DefaultLimits limits,
      Clock clock) {
    this.accounts = accounts;
    this.quotas = quotas;
    this.mapper = mapper;
    this.limits = limits;
    this.clock = clock;
  }

  ManagedKey of(KeyRow row) {
    return of(List.of(row)).get(0);
  }

  List<ManagedKey> of(List<KeyRow> rows) {
    Map<String, AccountRow> owners = new HashMap<>();
    rows.stream()
        .map(KeyRow::owner)
        .filter(Objects::nonNull)
        .distinct()
        .forEach(owner -> accounts.findById(owner).ifPresent(row -> owners.put(owner, row)));
    return withQuotas(
        rows.stream().map(row -> mapper.toManaged(row, owners.get(row.owner()))).toList());
  }

  /** The same keys; each knows until when a quota of it is used up. */
  List<ManagedKey> withQuotas(List<ManagedKey> keys) {
    List<String> limited =
        keys.stream().filter(key -> !quotas(key).isEmpty()).map(key -> key.id().value()).toList();
    if (limited.isEmpty()) {
      return keys;
    }
    Map<String, List<QuotaUse>> uses =
        quotas.inForce(limited, clock.millis()).stream()
            .collect(Collectors.groupingBy(QuotaUse::keyId));
    return keys.stream()
        .map(key -> withUse(key, uses.getOrDefault(key.id().value(), List.of())))
        .toList();
  }

  private ManagedKey withUse(ManagedKey key, List<QuotaUse> uses) {
    @Nullable Instant until =
        uses.stream()
            .filter(use -> quotas(key).stream().anyMatch(use::usesUp))
            .map(use -> Instant.ofEpochMilli(use.windowEnd()))
            .max(Comparator.naturalOrder())
            .orElse(null);
    return until == null ? key : key.exhaustedUntil(until);
  }

  private List<Quota> quotas(ManagedKey key) {
    KeyLimits own = key.settings().limits();
    return own.unlimited() || !own.quotas().isEmpty() ? own.quotas() : limits.defaults().quotas();
  }
}
