package io.keystile.auth.keys;

import io.keystile.auth.ApiKeyId;
import io.keystile.auth.Scopes;
import io.keystile.auth.secret.KeyDigest;
import io.keystile.auth.secret.KeyGenerator;
import io.keystile.auth.secret.KeyHasher;
import io.keystile.auth.secret.KeyHint;
import io.keystile.auth.secret.KeySecret;
import io.keystile.auth.store.StoreTransactions;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Manages keys: issue, look up, list, switch, delete. A change is in force for the very next check
 * in this process when the method returns, and within a second in others on the same store.
 *
 * <p>Every method throws {@link io.keystile.auth.store.StoreUnavailableException} when the store
 * cannot be used; nothing is changed then. Safe for several threads; blocks, so not for an event
 * loop.
 *
 * @since 0.1
 */
@Singleton
public final class ApiKeys {

  /** The most keys on one page. */
  public static final int MAX_PAGE = 200;

  private final KeyRepository repository;
  private final KeyShapes shapes;
  private final KeyChanges changes;
  private final StoreTransactions transactions;
  private final KeyGenerator generator;
  private final KeyHasher hasher;
  private final KeysConfiguration configuration;
  private final Clock clock;

  ApiKeys(
      KeyRepository repository,
      KeyShapes shapes,
      KeyChanges changes,
      StoreTransactions transactions,
      KeyGenerator generator,
      KeyHasher hasher,
      KeysConfiguration configuration,
      Clock clock) {
    this.repository = repository;
    this.shapes = shapes;
    this.changes = changes;
    this.transactions = transactions;
    this.generator = generator;
    this.hasher = hasher;
    this.configuration = configuration;
    this.clock = clock;
  }

  /** Makes a key. The answer holds its secret, which is kept nowhere else. */
  public IssuedKey issue(NewKey request) {
    KeySecret secret = generator.generate(configuration.prefix());
    KeyRow row = newRow(request, secret);
    changes.make(
        "a new key",
        () -> {
          shapes.rememberGenerated(configuration.prefix());
          repository.save(row);
          return List.of(row.digest());
        });
    return new IssuedKey(row.toManaged(), secret);
  }

  /** The key with this id, or nothing. */
  public Optional<ManagedKey> find(ApiKeyId id) {
    return transactions.read("a key", () -> repository.findById(id.value())).map(KeyRow::toManaged);
  }

  /**
   * The key with this id.
   *
   * @throws KeyNotFoundException when there is none
   */
  public ManagedKey get(ApiKeyId id) {
    return find(id).orElseThrow(() -> new KeyNotFoundException(id));
  }

  /**
   * One page of the keys, oldest first.
   *
   * @param filter which of them
   * @param cursor {@link KeyPage#nextCursor()} of the page before, or null for the first
   * @param size how many at the most, 1 to {@value #MAX_PAGE}
   * @throws IllegalArgumentException when the size is out of range
   */
  public KeyPage list(KeyFilter filter, @Nullable String cursor, int size) {
    if (size < 1 || size > MAX_PAGE) {
      throw new IllegalArgumentException("size must be 1 to " + MAX_PAGE);
    }
    String after = cursor == null ? "" : cursor;
    String id = filter.text();
    String pattern = id == null ? null : likePattern(id);
    List<KeyRow> rows =
        transactions.read(
            "the list of keys",
            () -> repository.page(after, pattern, id, filter.enabled(), size + 1));
    boolean more = rows.size() > size;
    List<KeyRow> shown = more ? rows.subList(0, size) : rows;
    return new KeyPage(
        shown.stream().map(KeyRow::toManaged).toList(), more ? shown.get(size - 1).id() : null);
  }

  /** How many keys there are. */
  public long count() {
    return transactions.read("the number of keys", repository::count);
  }

  /**
   * Lets the key be used again.
   *
   * @throws KeyNotFoundException when there is none with this id
   */
  public ManagedKey enable(ApiKeyId id) {
    return setEnabled(id, true);
  }

  /**
   * Keeps the key from being used, until it is enabled again.
   *
   * @throws KeyNotFoundException when there is none with this id
   */
  public ManagedKey disable(ApiKeyId id) {
    return setEnabled(id, false);
  }

  /**
   * Removes the key for good.
   *
   * @return the key as it was
   * @throws KeyNotFoundException when there is none with this id
   */
  public ManagedKey delete(ApiKeyId id) {
    return changes.makeTo(id, row -> repository.remove(row.id()));
  }

  private ManagedKey setEnabled(ApiKeyId id, boolean enabled) {
    changes.makeTo(id, row -> repository.setEnabled(row.id(), enabled));
    return get(id);
  }

  private KeyRow newRow(NewKey request, KeySecret secret) {
    Scopes scopes =
        request.scopes() == null ? Scopes.of(configuration.defaultScopes()) : request.scopes();
    KeyDigest digest = hasher.digest(secret);
    return new KeyRow(
        KeyIds.next(clock),
        request.name(),
        request.description(),
        KeyHint.ofGenerated(secret, configuration.prefix()),
        digest,
        hasher.pepperId(),
        scopes.toString(),
        true,
        false,
        clock.millis(),
        millis(request.notBefore()),
        millis(request.expiresAt()),
        1);
  }

  private static @Nullable Long millis(@Nullable Instant instant) {
    return instant == null ? null : instant.toEpochMilli();
  }

  private static String likePattern(String text) {
    // The database folds both sides: SQLite knows the case of ASCII letters only.
    return "%" + text.replaceAll("([!%_])", "!$1") + "%";
  }
}
