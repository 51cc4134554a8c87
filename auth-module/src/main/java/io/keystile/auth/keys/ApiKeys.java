package io.keystile.auth.keys;

import io.keystile.auth.ApiKeyId;
import io.keystile.auth.address.AddressEntry;
import io.keystile.auth.audit.AuditAction;
import io.keystile.auth.secret.KeyGenerator;
import io.keystile.auth.secret.KeyHint;
import io.keystile.auth.secret.KeySecret;
import io.keystile.auth.settings.Live;
import io.keystile.auth.store.StoreTransactions;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
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
  private final AccountRepository accounts;
  private final EnvironmentKeys environment;
  private final KeyShapes shapes;
  private final KeyChanges changes;
  private final KeyDefaults defaults;
  private final KeyRows rows;
  private final KeyMapper mapper;
  private final StoreTransactions transactions;
  private final KeyGenerator generator;
  private final Live<KeysConfiguration> configuration;

  ApiKeys(
      KeyRepository repository,
      AccountRepository accounts,
      EnvironmentKeys environment,
      KeyShapes shapes,
      KeyChanges changes,
      KeyDefaults defaults,
      KeyRows rows,
      KeyMapper mapper,
      StoreTransactions transactions,
      KeyGenerator generator,
      Live<KeysConfiguration> configuration) {
    this.repository = repository;
    this.accounts = accounts;
    this.environment = environment;
    this.shapes = shapes;
    this.changes = changes;
    this.defaults = defaults;
    this.rows = rows;
    this.mapper = mapper;
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
    KeyRow row =
        changes.makeRow(
            "a new key",
            () -> {
              shapes.rememberGenerated(prefix);
              KeySettings complete = defaults.complete(settings);
              return repository.save(
                  rows.create(complete, secret, KeyHint.ofGenerated(secret, prefix), false));
            });
    return new IssuedKey(get(new ApiKeyId(row.id())), secret);
  }

  /** The key with this id, or nothing. */
  public Optional<ManagedKey> find(ApiKeyId id) {
    Optional<ManagedKey> fixed = environment.find(id);
    return fixed.isPresent() ? fixed : transactions.read("a key", () -> read(id));
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
    KeyPage.requireSize(size);
    List<ManagedKey> found = new ArrayList<>();
    if (cursor == null) {
      environment.all().stream().filter(filter::accepts).forEach(found::add);
    }
    int fixed = found.size();
    found.addAll(transactions.read("the list of keys", () -> page(filter, cursor, size + 1)));
    if (found.size() - fixed <= size) {
      return new KeyPage(found, null);
    }
    found.remove(found.size() - 1);
    return new KeyPage(found, found.get(found.size() - 1).id().value());
  }

  /**
   * Changes what can be chosen for a key; its secret stays. Of two changes at once one wins.
   *
   * @param change from what it is to what it is to be
   * @param confirmed whether the key may become usable from more addresses than an allow list said:
   *     taking the last enabled entry out of one needs that
   * @throws KeyNotFoundException when there is none with this id
   * @throws ConflictException when somebody else changed it meanwhile, or a confirmation is missing
   */
  public ManagedKey change(ApiKeyId id, UnaryOperator<KeySettings> change, boolean confirmed) {
    ManagedKey seen = getChangeable(id);
    KeySettings wanted = change.apply(seen.settings());
    if (!confirmed && isEnabled(seen.settings().allow()) && !isEnabled(wanted.allow())) {
      throw new ConflictException(
          "Without an enabled entry in its allow list the key can be used from every address."
              + " Confirm that, or leave an entry enabled.");
    }
    changes.make(
        "the key " + id,
        () -> {
          KeyRow old = changes.requireVersion(id, seen.version());
          KeySettings complete = defaults.complete(wanted, seen);
          repository.change(rows.change(old, complete));
          return changes.changed(AuditAction.KEY_CHANGE, old);
        });
    return get(id);
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
    ManagedKey seen = getChangeable(id);
    changes.makeTo(id, AuditAction.KEY_DELETE, row -> repository.remove(row.id()));
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

  private ManagedKey setEnabled(ApiKeyId id, boolean enabled) {
    getChangeable(id);
    String action = enabled ? AuditAction.KEY_ENABLE : AuditAction.KEY_DISABLE;
    changes.makeTo(id, action, row -> repository.setEnabled(row.id(), enabled));
    return get(id);
  }

  private Optional<ManagedKey> read(ApiKeyId id) {
    return repository
        .findById(id.value())
        .map(row -> mapper.toManaged(row, defaults.owner(row.owner())));
  }

  private List<ManagedKey> page(KeyFilter filter, @Nullable String cursor, int size) {
    String text = filter.text();
    List<KeyRow> page =
        repository.page(
            cursor == null ? "" : cursor,
            text == null ? null : likePattern(text),
            text,
            filter.enabled(),
            filter.owner(),
            size);
    Map<String, AccountRow> owners = new HashMap<>();
    page.stream()
        .map(KeyRow::owner)
        .filter(Objects::nonNull)
        .distinct()
        .forEach(owner -> accounts.findById(owner).ifPresent(row -> owners.put(owner, row)));
    return page.stream().map(row -> mapper.toManaged(row, owners.get(row.owner()))).toList();
  }

  private static boolean isEnabled(List<AddressEntry> entries) {
    return entries.stream().anyMatch(AddressEntry::enabled);
  }

  private static String likePattern(String text) {
    // The database folds both sides: SQLite knows the case of ASCII letters only.
    return "%" + text.replaceAll("([!%_])", "!$1") + "%";
  }
}
