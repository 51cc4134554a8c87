package io.keystile.app.console.overview;

import io.keystile.app.console.keys.KeyAdvice;
import io.keystile.app.console.keys.KeyFilter;
import io.keystile.app.console.overview.Attention.Item;
import io.keystile.auth.KeyStatus;
import io.keystile.auth.keys.ApiKeys;
import io.keystile.auth.keys.KeyOrder;
import io.keystile.auth.keys.KeyOrder.By;
import io.keystile.auth.keys.KeyQuery;
import io.keystile.auth.keys.ManagedKey;
import io.keystile.auth.management.KeyUsages;
import io.keystile.auth.usage.KeyRefusals;
import io.keystile.auth.usage.KeyUses;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Finds keys that need attention: the first of each concern, by the order that has them in front.
 */
@Singleton
final class Attentions {

  private static final int SHOWN = 5;
  private static final long OFTEN = 10;

  private static final KeyQuery USABLE =
      KeyQuery.ALL
          .from(ManagedKey.Source.DATABASE)
          .withStatus(Set.of(KeyStatus.ACTIVE, KeyStatus.EXHAUSTED));

  private final ApiKeys keys;
  private final KeyUses uses;
  private final Clock clock;

  Attentions(ApiKeys keys, KeyUses uses, Clock clock) {
    this.keys = keys;
    this.uses = uses;
    this.clock = clock;
  }

  /**
   * All concerns that there are.
   *
   * @param refused the keys that were refused most in the last 24 hours, the most often first
   */
  List<Attention> find(List<KeyRefusals> refused) {
    Instant now = clock.instant();
    return Stream.of(
            of(Concern.EXPIRING, expiring(now)),
            of(Concern.REFUSED, refused(refused)),
            of(Concern.UNUSED, unused(now)),
            of(Concern.ENDLESS, endless()),
            of(Concern.OLD, old(now)))
        .filter(attention -> !attention.keys().isEmpty())
        .toList();
  }

  private static Attention of(Concern concern, List<Item> found) {
    List<Item> shown = found.subList(0, Math.min(SHOWN, found.size()));
    return new Attention(concern, shown, found.size() > SHOWN);
  }

  private List<Item> expiring(Instant now) {
    KeyQuery query =
        USABLE.expiringBefore(now.plus(KeyFilter.SOON)).inOrder(new KeyOrder(By.EXPIRES, false));
    return search(query).stream().map(key -> new Item(key, key.expiresAt(), 0)).toList();
  }

  private List<Item> refused(List<KeyRefusals> totals) {
    return totals.stream()
        .takeWhile(total -> total.refused() >= OFTEN)
        .flatMap(
            total ->
                keys.find(total.id()).stream().map(key -> new Item(key, null, total.refused())))
        .toList();
  }

  private List<Item> unused(Instant now) {
    KeyQuery query =
        USABLE.unusedSince(now.minus(KeyAdvice.LONG)).inOrder(new KeyOrder(By.LAST_USED, false));
    List<ManagedKey> found = search(query);
    KeyUsages usages = KeyUsages.of(found, uses::find);
    return found.stream().map(key -> new Item(key, usages.of(key).lastAt(), 0)).toList();
  }

  /** In this order those without an end come first. */
  private List<Item> endless() {
    return search(USABLE.inOrder(new KeyOrder(By.EXPIRES, true))).stream()
        .takeWhile(key -> key.expiresAt() == null)
        .map(key -> new Item(key, key.createdAt(), 0))
        .toList();
  }

  /** Among the oldest keys; of these some were rotated, and some are not used. */
  private List<Item> old(Instant now) {
    List<ManagedKey> oldest =
        keys.search(USABLE.inOrder(KeyOrder.OLDEST_FIRST), null, ApiKeys.MAX_PAGE).items().stream()
            .filter(key -> key.createdAt().isBefore(now.minus(KeyAdvice.LONG)))
            .toList();
    KeyUsages usages = KeyUsages.of(oldest, uses::find);
    return oldest.stream()
        .filter(key -> KeyAdvice.on(key, usages.of(key), now) == KeyAdvice.ROTATE)
        .map(key -> new Item(key, key.createdAt(), 0))
        .toList();
  }

  private List<ManagedKey> search(KeyQuery query) {
    return keys.search(query, null, SHOWN + 1).items();
  }
}
