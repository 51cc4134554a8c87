package io.keystile.auth.keys;

import io.keystile.auth.ApiKeyId;
import io.keystile.auth.address.AddressEntry;
import io.keystile.auth.secret.KeyGenerator;
import io.keystile.auth.secret.KeyHint;
import io.keystile.auth.secret.KeySecret;
import io.keystile.auth.settings.Live;
import io.keystile.auth.store.StoreTransactions;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
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
  private final EnvironmentKeys environment;
  private final KeyShapes shapes;
  private final KeyChanges changes;
  private final KeyRows rows;
  private final KeyCopies copies;
  private final KeyViews views;
  private final KeyPages pages;
  private final KeyEdits edits;
  private final StoreTransactions transactions;
  private final KeyGenerator generator;
  private final Live<KeysConfiguration> configuration;

  ApiKeys(
      KeyRepository repository,
      EnvironmentKeys environment,
      KeyShapes shapes,
      KeyChanges changes,
      KeyRows rows,
      KeyCopies copies,
      KeyViews views,
      KeyPages pages,
      KeyEdits edits,
      StoreTransactions transactions,
      KeyGenerator generator,
      Live<KeysConfiguration> configuration) {
    this.repository = repository;
    this.environment = environment;
    this.shapes = shapes;
    this.changes = changes;
    this.rows = rows;
    this.copies = copies;
    this.views = views;
    this.pages = pages;
    this.edits = edits;
    this.transactions = transactions;
    this.generator = generator;
    this.configuration = configuration;
  }

  /**
   * Makes a key. The answer holds its secret, which is kept nowhere else.
   *
   * @throws IllegalArgumentException when it would live longer than an operator allows
   * @throws AccountNotFoundException when there is no such owner
   */
  public IssuedKey issue(KeySettings settings) {
    String prefix = configuration.get().prefix();
    KeySecret secret = generator.generate(prefix);
    List<ManagedKey> made = new ArrayList<>();
    changes.make(
        "a new key",
        () -> {
          shapes.rememberGenerated(prefix);
          String hint = KeyHint.ofGenerated(secret, prefix);
          KeyRow row = repository.save(rows.create(settings, secret, hint, false));
          copies.keep(row.id(), secret);
          made.add(views.of(row));
          return changes.issued(row);
        });
    return new IssuedKey(made.get(0), secret);
  }

  /** The key with this id, or nothing. */
  public Optional<ManagedKey> find(ApiKeyId id) {
    return transactions.read(
        "a key",
        () ->
            environment
                .find(id)
                .map(key -> views.withQuotas(List.of(key)).get(0))
                .or(() -> repository.findById(id.value()).map(views::of)));
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
   * One page of keys. Those from the environment stand first, in their own order whatever the order
   * of the others; over all pages each key that stays as it is comes once.
   *
   * @param query which keys, in which order
   * @param cursor {@link KeyPage#nextCursor()} of the page before, or null for the first; it fits
   *     any query of the same order
   * @param size how many at the most, 1 to {@value #MAX_PAGE}
   * @throws IllegalArgumentException when the size is out of range, or the cursor is none that a
   *     list in this order answered with
   */
  public KeyPage search(KeyQuery query, @Nullable String cursor, int size) {
    return pages.page(query, cursor, size);
  }

  /**
   * Hands over every key that fits, in order, a page at a time. No secrets are in them. A key that
   * is changed meanwhile may be missed or come twice when the change moves it in the order.
   *
   * @param query which keys, in which order
   * @param receiver is called for each on this thread; what it throws ends the export
   */
  public void export(KeyQuery query, Consumer<ManagedKey> receiver) {
    String cursor = null;
    do {
      KeyPage page = search(query, cursor, MAX_PAGE);
      page.items().forEach(receiver);
      cursor = page.nextCursor();
    } while (cursor != null);
  }

  /** Changes whatever version there is; see the method with a version. */
  public ManagedKey change(ApiKeyId id, UnaryOperator<KeySettings> change) {
    return change(id, change, Set.of());
  }

  /** Changes whatever version there is; see the method with a version. */
  public ManagedKey change(
      ApiKeyId id, UnaryOperator<KeySettings> change, Set<Confirmation> confirmed) {
    return change(id, KeyChanges.ANY_VERSION, change, confirmed);
  }

  /**
   * Changes what can be chosen for a key; its secret stays. Of two changes at once one wins.
   *
   * @param expectedVersion the {@link ManagedKey#version()} that is to be changed
   * @param change from what it is to what it is to be
   * @param confirmed what somebody said yes to; without it a change that needs it is refused
   * @throws KeyNotFoundException when there is none with this id
   * @throws VersionMismatchException when it is not this version
   * @throws LastWayInException when nobody would be left who can manage keys
   * @throws ConflictException when somebody else changed it meanwhile, a confirmation is missing,
   *     or it comes from the environment
   */
  public ManagedKey change(
      ApiKeyId id,
      long expectedVersion,
      UnaryOperator<KeySettings> change,
      Set<Confirmation> confirmed) {
    ManagedKey seen = getChangeable(id);
    KeyChanges.requireExpected(id, expectedVersion, seen.version());
    KeySettings wanted = change.apply(seen.settings());
    if (!confirmed.contains(Confirmation.OPEN_ADDRESSES)
        && isEnabled(seen.settings().allow())
        && !isEnabled(wanted.allow())) {
      throw new ConflictException(
          "Without an enabled entry in its allow list the key can be used from every address."
              + " Confirm that, or leave an entry enabled.");
    }
    changes.make("the key " + id, () -> edits.change(seen, expectedVersion, wanted, confirmed));
    return get(id);
  }

  /** How many keys there are. */
  public long count() {
    return transactions.read("the number of keys", repository::count);
  }

  /** Enables whatever version there is; see the method with a version. */
  public ManagedKey enable(ApiKeyId id) {
    return enable(id, KeyChanges.ANY_VERSION);
  }

  /**
   * Lets the key be used again. One that is enabled stays as it is, with its version.
   *
   * @throws KeyNotFoundException when there is none with this id
   * @throws VersionMismatchException when it is not this version
   * @throws ConflictException when it comes from the environment
   */
  public ManagedKey enable(ApiKeyId id, long expectedVersion) {
    return switchTo(true, id, expectedVersion, Set.of());
  }

  /** Disables whatever version there is; see the method with a version. */
  public ManagedKey disable(ApiKeyId id) {
    return disable(id, Set.of());
  }

  /** Disables whatever version there is; see the method with a version. */
  public ManagedKey disable(ApiKeyId id, Set<Confirmation> confirmed) {
    return disable(id, KeyChanges.ANY_VERSION, confirmed);
  }

  /**
   * Keeps the key from being used, until it is enabled again. One that is disabled stays as it is,
   * with its version.
   *
   * @throws KeyNotFoundException when there is none with this id
   * @throws VersionMismatchException when it is not this version
   * @throws LastWayInException when nobody would be left who can manage keys, and that was not
   *     confirmed
   * @throws ConflictException when it comes from the environment
   */
  public ManagedKey disable(ApiKeyId id, long expectedVersion, Set<Confirmation> confirmed) {
    return switchTo(false, id, expectedVersion, confirmed);
  }

  /** Deletes whatever version there is; see the method with a version. */
  public ManagedKey delete(ApiKeyId id) {
    return delete(id, Set.of());
  }

  /** Deletes whatever version there is; see the method with a version. */
  public ManagedKey delete(ApiKeyId id, Set<Confirmation> confirmed) {
    return delete(id, KeyChanges.ANY_VERSION, confirmed);
  }

  /**
   * Removes the key for good.
   *
   * @return the key as it was
   * @throws KeyNotFoundException when there is none with this id
   * @throws VersionMismatchException when it is not this version
   * @throws LastWayInException when nobody would be left who can manage keys, and that was not
   *     confirmed
   * @throws ConflictException when it comes from the environment
   */
  public ManagedKey delete(ApiKeyId id, long expectedVersion, Set<Confirmation> confirmed) {
    ManagedKey seen = getChangeable(id);
    changes.make("the key " + id, () -> edits.delete(id, expectedVersion, confirmed));
    return seen;
  }

  /** The key with this id, when it is one that can be changed here. */
  ManagedKey getChangeable(ApiKeyId id) {
    ManagedKey key = get(id);
    if (key.source() == ManagedKey.Source.ENVIRONMENT) {
      throw new ConflictException(
          "The key " + id + " comes from the environment and can be changed only there.");
    }
    return key;
  }

  private ManagedKey switchTo(
      boolean enabled, ApiKeyId id, long expectedVersion, Set<Confirmation> confirmed) {
    getChangeable(id);
    changes.make("the key " + id, () -> edits.switchTo(enabled, id, expectedVersion, confirmed));
    return get(id);
  }

  private static boolean isEnabled(List<AddressEntry> entries) {
    return entries.stream().anyMatch(AddressEntry::enabled);
  }
}
