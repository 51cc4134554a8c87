package io.keystile.auth.usage;

import io.keystile.auth.ApiKeyId;
import io.keystile.auth.store.StoreTransactions;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What became of calls, hour by hour, for as long as {@code keystile.usage.retention} says. Counts
 * that were not written yet are left out: they are younger than {@code
 * keystile.usage.flush-interval}. The history of a key outlives the key.
 *
 * <p>In all methods {@code from} is an instant of the first hour (or, for days, the first day in
 * UTC) and {@code to} the first instant that no longer counts; the first and the last count whole.
 * The oldest comes first, and where nothing happened there is no entry. All methods block and throw
 * {@link io.keystile.auth.store.StoreUnavailableException} when the store cannot be read. Safe for
 * several threads.
 *
 * @since 0.1
 */
@Singleton
public final class UsageHistory {

  /** The most keys that {@link #busiest} and {@link #mostRefused} tell. */
  public static final int MAX_BUSIEST = 200;

  /** The most addresses that {@link #lastAddressesOf} tells. */
  public static final int MAX_ADDRESSES = 20;

  private static final int HOUR = 1;
  private static final int DAY = 24;

  private final UsageRepository repository;
  private final AddressRepository addresses;
  private final StoreTransactions transactions;

  UsageHistory(
      UsageRepository repository, AddressRepository addresses, StoreTransactions transactions) {
    this.repository = repository;
    this.addresses = addresses;
    this.transactions = transactions;
  }

  /** The hours of a key. */
  public List<UsageHour> of(ApiKeyId id, Instant from, Instant to) {
    return hours(id.value(), from, to);
  }

  /** The days of a key. */
  public List<UsageDay> daysOf(ApiKeyId id, Instant from, Instant to) {
    return days(id.value(), from, to);
  }

  /**
   * The days of several keys, asked for all of them at once; a key without any is left out.
   *
   * @param ids which keys, in any number that one page shows
   */
  public Map<ApiKeyId, List<UsageDay>> daysOf(Collection<ApiKeyId> ids, Instant from, Instant to) {
    if (ids.isEmpty()) {
      return Map.of();
    }
    List<String> names = ids.stream().map(ApiKeyId::value).toList();
    long first = floor(Hours.of(from), DAY);
    long end = ceiling(Hours.ending(to), DAY);
    return transactions
        .read("the history of use", () -> repository.daysOf(names, first, end))
        .stream()
        .collect(
            Collectors.groupingBy(
                row -> new ApiKeyId(row.keyId()),
                Collectors.collectingAndThen(Collectors.toList(), UsageHistory::days)));
  }

  /**
   * Where a key of the store was used from, the latest first, at most {@value #MAX_ADDRESSES}. Of
   * addresses that take turns between two writings only the last is seen. They go with the key.
   */
  public List<AddressUse> lastAddressesOf(ApiKeyId id) {
    return transactions
        .read("the addresses of a key", () -> addresses.of(id.value(), MAX_ADDRESSES))
        .stream()
        .map(AddressUse::of)
        .toList();
  }

  /** All calls of a key. */
  public UsageCalls sumOf(ApiKeyId id, Instant from, Instant to) {
    return UsageCalls.of(read(id.value(), from, to, HOUR));
  }

  /** The hours of all calls, whether their key was known or not. */
  public List<UsageHour> ofAll(Instant from, Instant to) {
    return hours(UsageRow.ALL, from, to);
  }

  /** The days of all calls. */
  public List<UsageDay> daysOfAll(Instant from, Instant to) {
    return days(UsageRow.ALL, from, to);
  }

  /** The hours of calls that were refused and whose key is not known. */
  public List<UsageHour> ofUnknown(Instant from, Instant to) {
    return hours(UsageRow.UNKNOWN, from, to);
  }

  /** The days of calls that were refused and whose key is not known. */
  public List<UsageDay> daysOfUnknown(Instant from, Instant to) {
    return days(UsageRow.UNKNOWN, from, to);
  }

  /**
   * The keys with the most accepted calls, the busiest first.
   *
   * @param size how many at the most, 1 to {@link #MAX_BUSIEST}
   * @throws IllegalArgumentException when the size is out of range
   */
  public List<KeyTotal> busiest(Instant from, Instant to, int size) {
    requireSize(size);
    return transactions
        .read("the busiest keys", () -> repository.busiest(Hours.of(from), Hours.ending(to), size))
        .stream()
        .map(row -> new KeyTotal(new ApiKeyId(row.keyId()), row.requests()))
        .toList();
  }

  /**
   * The keys with the most refused calls, the most often refused first.
   *
   * @param size how many at the most, 1 to {@link #MAX_BUSIEST}
   * @throws IllegalArgumentException when the size is out of range
   */
  public List<KeyRefusals> mostRefused(Instant from, Instant to, int size) {
    requireSize(size);
    return transactions
        .read(
            "the keys that are refused most",
            () -> repository.mostRefused(Hours.of(from), Hours.ending(to), size))
        .stream()
        .map(row -> new KeyRefusals(new ApiKeyId(row.keyId()), row.requests()))
        .toList();
  }

  private static void requireSize(int size) {
    if (size < 1 || size > MAX_BUSIEST) {
      throw new IllegalArgumentException("size must be 1 to " + MAX_BUSIEST + ": " + size);
    }
  }

  private List<UsageHour> hours(String keyId, Instant from, Instant to) {
    return grouped(
        read(keyId, from, to, HOUR), (hour, calls) -> new UsageHour(Hours.start(hour), calls));
  }

  private List<UsageDay> days(String keyId, Instant from, Instant to) {
    return days(read(keyId, from, to, DAY));
  }

  private static List<UsageDay> days(List<UsageRow> rows) {
    return grouped(rows, (day, calls) -> new UsageDay(LocalDate.ofEpochDay(day), calls));
  }

  private List<UsageRow> read(String keyId, Instant from, Instant to, int length) {
    long first = floor(Hours.of(from), length);
    long end = ceiling(Hours.ending(to), length);
    return transactions.read("the history of use", () -> repository.of(keyId, first, end, length));
  }

  private static long floor(long hour, int length) {
    return Math.floorDiv(hour, length) * length;
  }

  private static long ceiling(long hour, int length) {
    return -floor(-hour, length);
  }

  private static <T> List<T> grouped(List<UsageRow> rows, Entry<T> entry) {
    return rows.stream()
        .collect(Collectors.groupingBy(UsageRow::hour, TreeMap::new, Collectors.toList()))
        .entrySet()
        .stream()
        .map(hour -> entry.of(hour.getKey(), UsageCalls.of(hour.getValue())))
        .toList();
  }

  private interface Entry<T> {
    T of(long number, UsageCalls calls);
  }
}
