package io.keystile.auth.keys;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.keystile.auth.Scopes;
import io.keystile.auth.address.AddressRules;
import jakarta.inject.Singleton;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What many keys have alike, made once and kept for the next of them: a cached key would be several
 * times as large with scopes and rules of its own. Bounded; long texts are not shared. Safe for
 * several threads.
 */
@Singleton
final class SharedValues {

  private static final int MOST = 1_000;
  private static final int LONGEST = 1_000;

  private final Cache<Grants, Scopes> scopes = Caffeine.newBuilder().maximumSize(MOST).build();
  private final Cache<Columns, StoredKey.Rules> rules =
      Caffeine.newBuilder().maximumSize(MOST).build();
  private final Cache<String, String> owners = Caffeine.newBuilder().maximumSize(MOST).build();
  private final KeyJson json;

  SharedValues(KeyJson json) {
    this.json = json;
  }

  /** What a key may do, as far as its owner may. */
  Scopes scopes(KeyRow row, @Nullable AccountRow owner) {
    return scopes(row.scopes(), owner == null ? null : owner.scopes());
  }

  /** The same from the columns of both. */
  Scopes scopes(String own, @Nullable String ofOwner) {
    Grants grants = new Grants(own, ofOwner);
    return isShort(grants.own, grants.owners)
        ? scopes.get(grants, Grants::scopes)
        : grants.scopes();
  }

  /** Hours, addresses and limits. */
  StoredKey.Rules rules(KeyRow row) {
    return rules(row.windows(), row.allowList(), row.denyList(), row.rateLimits(), row.quotas());
  }

  /** The same from the columns. */
  StoredKey.Rules rules(
      @Nullable String windows,
      @Nullable String allow,
      @Nullable String deny,
      @Nullable String rates,
      @Nullable String quotas) {
    Columns columns = new Columns(windows, allow, deny, rates, quotas);
    if (columns.equals(Columns.NONE)) {
      return StoredKey.Rules.NONE;
    }
    return isShort(columns.windows, columns.allow, columns.deny, columns.rates, columns.quotas)
        ? rules.get(columns, texts -> texts.rules(json))
        : columns.rules(json);
  }

  /** The name of an owner. */
  @Nullable String owner(@Nullable String owner) {
    return owner == null ? null : owners.get(owner, name -> name);
  }

  private static boolean isShort(@Nullable String... texts) {
    return Stream.of(texts).mapToInt(text -> text == null ? 0 : text.length()).sum() <= LONGEST;
  }

  private record Grants(String own, @Nullable String owners) {

    private Scopes scopes() {
      Scopes granted = KeyColumns.scopes(own);
      return owners == null ? granted : granted.intersect(KeyColumns.scopes(owners));
    }
  }

  private record Columns(
      @Nullable String windows,
      @Nullable String allow,
      @Nullable String deny,
      @Nullable String rates,
      @Nullable String quotas) {

    private static final Columns NONE = new Columns(null, null, null, null, null);

    private StoredKey.Rules rules(KeyJson json) {
      return new StoredKey.Rules(
          json.windows(windows),
          AddressRules.of(json.addresses(allow), json.addresses(deny)),
          json.limits(rates, quotas));
    }
  }
}
