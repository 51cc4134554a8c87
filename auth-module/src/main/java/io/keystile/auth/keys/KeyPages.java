package io.keystile.auth.keys;

import io.keystile.auth.ApiKeyId;
import io.keystile.auth.keys.ManagedKey.Source;
import io.keystile.auth.store.StoreTransactions;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Puts pages together: first the keys from the environment, then those of the database. */
@Singleton
final class KeyPages {

  private final EnvironmentKeys environment;
  private final KeySearch search;
  private final KeyRepository repository;
  private final KeyViews views;
  private final KeyJson json;
  private final DefaultLimits limits;
  private final StoreTransactions transactions;
  private final Clock clock;

  KeyPages(
      EnvironmentKeys environment,
      KeySearch search,
      KeyRepository repository,
      KeyViews views,
      KeyJson json,
      DefaultLimits limits,
      StoreTransactions transactions,
      Clock clock) {
    this.environment = environment;
    this.search = search;
    this.repository = repository;
    this.views = views;
    this.json = json;
    this.limits = limits;
    this.transactions = transactions;
    this.clock = clock;
  }

  KeyPage page(KeyQuery query, @Nullable String cursor, int size) {
    KeyPage.requireSize(size);
    KeyCursor after = KeyCursor.read(cursor, query.order());
    return transactions.read("the list of keys", () -> page(query, after, size));
  }

  private KeyPage page(KeyQuery query, @Nullable KeyCursor after, int size) {
    Instant now = clock.instant();
    List<ManagedKey> fixed = fixed(query, after, now);
    if (fixed.size() > size) {
      List<ManagedKey> items = fixed.subList(0, size);
      return new KeyPage(items, behind(query, items));
    }
    int room = size - fixed.size();
    List<KeyCursor> places = stored(query, after, now, room + 1);
    List<ManagedKey> items = new ArrayList<>(fixed);
    items.addAll(keys(places.subList(0, Math.min(room, places.size()))));
    if (places.size() <= room) {
      return new KeyPage(items, null);
    }
    return new KeyPage(items, room == 0 ? behind(query, fixed) : places.get(room - 1).toString());
  }

  private List<ManagedKey> fixed(KeyQuery query, @Nullable KeyCursor after, Instant now) {
    if (after != null && !after.environment()) {
      return List.of();
    }
    List<ManagedKey> all = environment.all();
    int start = 0;
    while (after != null && start < all.size() && !isAt(after, all.get(start))) {
      start++;
    }
    return views
        .withQuotas(all.subList(Math.min(all.size(), after == null ? 0 : start + 1), all.size()))
        .stream()
        .filter(key -> query.acceptsUnused(key, now))
        .toList();
  }

  private List<KeyCursor> stored(KeyQuery query, @Nullable KeyCursor after, Instant now, int size) {
    if (query.source() == Source.ENVIRONMENT) {
      return List.of();
    }
    String quotas = Objects.requireNonNullElse(json.writeTexts(limits.defaults().quotas()), "[]");
    return search.find(query, KeyConditions.of(query, now, quotas), after, size);
  }

  private List<ManagedKey> keys(List<KeyCursor> places) {
    if (places.isEmpty()) {
      return List.of();
    }
    List<String> ids = places.stream().map(KeyCursor::id).toList();
    Map<String, KeyRow> rows =
        repository.findByIds(ids).stream()
            .collect(Collectors.toMap(KeyRow::id, Function.identity()));
    return views.of(ids.stream().map(rows::get).toList());
  }

  private static boolean isAt(KeyCursor after, ManagedKey key) {
    return key.id().equals(new ApiKeyId(after.id()));
  }

  private static String behind(KeyQuery query, List<ManagedKey> fixed) {
    String id = fixed.get(fixed.size() - 1).id().value();
    return new KeyCursor(query.order(), true, id, "").toString();
  }
}
