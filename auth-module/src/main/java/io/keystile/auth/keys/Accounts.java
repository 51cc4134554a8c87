package io.keystile.auth.keys;

import io.keystile.auth.Scopes;
import io.keystile.auth.audit.AuditAction;
import io.keystile.auth.audit.AuditEntry;
import io.keystile.auth.secret.KeyDigest;
import io.keystile.auth.store.StoreTransactions;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToIntFunction;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Manages the accounts that own keys. A change to an account is in force for all of its keys at
 * once. Safe for several threads; blocks.
 *
 * @since 0.1
 */
@Singleton
public final class Accounts {

  private final AccountRepository repository;
  private final KeyRepository keys;
  private final KeyChanges changes;
  private final LastWayIn lastWayIn;
  private final KeyMapper mapper;
  private final StoreTransactions transactions;
  private final Clock clock;

  Accounts(
      AccountRepository repository,
      KeyRepository keys,
      KeyChanges changes,
      LastWayIn lastWayIn,
      KeyMapper mapper,
      StoreTransactions transactions,
      Clock clock) {
    this.repository = repository;
    this.keys = keys;
    this.changes = changes;
    this.lastWayIn = lastWayIn;
    this.mapper = mapper;
    this.transactions = transactions;
    this.clock = clock;
  }

  /**
   * Makes an account.
   *
   * @param name 1 to 100 letters, digits and {@code . _ @ -}, beginning with a letter or digit
   * @throws IllegalArgumentException when a text is out of range
   * @throws ConflictException when the name is taken
   */
  public Account create(String name, @Nullable String description, Scopes scopes) {
    AccountRow row =
        new AccountRow(
            KeyTexts.requireAccountName(name),
            KeyTexts.requireDescription(description),
            scopes.toString(),
            true,
            clock.millis(),
            1);
    changes.make(
        "a new account",
        () -> {
          if (repository.findById(name).isPresent()) {
            throw new ConflictException("There is an account named " + name + " already.");
          }
          repository.save(row);
          return described(
              AuditEntry.added(AuditAction.ACCOUNT_CREATE, name, values(row)), List.of());
        });
    return row.toAccount();
  }

  /** The account with this name, or nothing. */
  public Optional<Account> find(String name) {
    return transactions
        .read("an account", () -> repository.findById(name))
        .map(AccountRow::toAccount);
  }

  /**
   * The account with this name.
   *
   * @throws AccountNotFoundException when there is none
   */
  public Account get(String name) {
    return find(name).orElseThrow(() -> new AccountNotFoundException(name));
  }

  /**
   * Accounts in the order of their names.
   *
   * @param after the last name of the page before, or null for the first page
   * @param size how many at the most, 1 to {@value ApiKeys#MAX_PAGE}
   */
  public List<Account> list(@Nullable String after, int size) {
    KeyPage.requireSize(size);
    String start = after == null ? "" : after;
    return transactions.read("the accounts", () -> repository.page(start, size)).stream()
        .map(AccountRow::toAccount)
        .toList();
  }

  /** Does so without any confirmation. */
  public Account setScopes(String name, Scopes scopes) {
    return setScopes(name, scopes, Set.of());
  }

  /**
   * Changes what the account's keys may do at the most.
   *
   * @throws AccountNotFoundException when there is none with this name
   * @throws LastWayInException when nobody would be left who can manage keys, and that was not
   *     confirmed
   */
  public Account setScopes(String name, Scopes scopes, Set<Confirmation> confirmed) {
    return change(name, settings -> settings.withScopes(scopes), confirmed);
  }

  /**
   * Changes what an account is for, and what its keys may do at the most.
   *
   * @param change told what stands there now; run in the transaction
   * @throws AccountNotFoundException when there is none with this name
   * @throws IllegalArgumentException when the description is out of range; nothing is changed then
   * @throws LastWayInException when nobody would be left who can manage keys, and that was not
   *     confirmed
   */
  public Account change(
      String name, UnaryOperator<AccountSettings> change, Set<Confirmation> confirmed) {
    return change(name, confirmed, AuditAction.ACCOUNT_CHANGE, row -> save(row, change));
  }

  private int save(AccountRow row, UnaryOperator<AccountSettings> change) {
    Account there = row.toAccount();
    AccountSettings settings =
        change.apply(new AccountSettings(there.description(), there.scopes()));
    return repository.change(
        row.name(),
        KeyTexts.requireDescription(settings.description()),
        settings.scopes().toString(),
        row.enabled());
  }

  /** Does so without any confirmation. */
  public Account setEnabled(String name, boolean enabled) {
    return setEnabled(name, enabled, Set.of());
  }

  /**
   * Switches all keys of the account on or off.
   *
   * @throws AccountNotFoundException when there is none with this name
   * @throws LastWayInException when nobody would be left who can manage keys, and that was not
   *     confirmed
   */
  public Account setEnabled(String name, boolean enabled, Set<Confirmation> confirmed) {
    String action = enabled ? AuditAction.ACCOUNT_ENABLE : AuditAction.ACCOUNT_DISABLE;
    return change(
        name,
        confirmed,
        action,
        row -> repository.change(row.name(), row.description(), row.scopes(), enabled));
  }

  /** Does so without any confirmation. */
  public Account delete(String name, KeysOfAccount itsKeys) {
    return delete(name, itsKeys, Set.of());
  }

  /**
   * Deletes the account; what becomes of its keys has to be said.
   *
   * @return the account as it was
   * @throws AccountNotFoundException when there is none with this name, or none to transfer to
   * @throws LastWayInException when nobody would be left who can manage keys, and that was not
   *     confirmed
   * @throws ConflictException when it still has keys and they were to be left alone
   */
  public Account delete(String name, KeysOfAccount itsKeys, Set<Confirmation> confirmed) {
    List<Account> deleted = new ArrayList<>();
    changes.make(
        "the account " + name,
        () ->
            lastWayIn.guard(
                confirmed,
                () -> {
                  AccountRow row = require(name);
                  deleted.add(row.toAccount());
                  List<KeyRow> owned = keys.findByOwner(name);
                  settle(name, itsKeys, owned.size());
                  repository.remove(name);
                  return deleted(row, itsKeys, owned);
                }));
    return deleted.get(0);
  }

  private void settle(String name, KeysOfAccount itsKeys, int count) {
    if (itsKeys instanceof KeysOfAccount.Transfer transfer) {
      if (transfer.account().equals(name)) {
        throw new ConflictException("The keys of " + name + " cannot be transferred to itself.");
      }
      keys.transfer(name, require(transfer.account()).name());
    } else if (itsKeys instanceof KeysOfAccount.Delete) {
      keys.removeOf(name);
    } else if (count > 0) {
      throw new ConflictException(
          "The account "
              + name
              + " owns keys. Say what becomes of them: transfer them to another account, or delete"
              + " them.");
    }
  }

  private KeyChange deleted(AccountRow row, KeysOfAccount itsKeys, List<KeyRow> owned) {
    Map<String, Object> before = new LinkedHashMap<>(values(row));
    Map<String, Object> after = new LinkedHashMap<>();
    List<KeyEvent> events = new ArrayList<>();
    if (!owned.isEmpty()) {
      before.put("keys", KeyDescriptions.ids(owned));
    }
    if (itsKeys instanceof KeysOfAccount.Transfer transfer) {
      after.put("keysOwnedBy", transfer.account());
      owned.forEach(key -> events.add(new KeyChanged(now(key))));
    } else {
      owned.forEach(key -> events.add(new KeyRevoked(mapper.toManaged(key, row), true)));
    }
    AuditEntry entry = new AuditEntry(AuditAction.ACCOUNT_DELETE, row.name(), before, after);
    return new KeyChange(digests(owned), List.of(entry), events);
  }

  private ManagedKey now(KeyRow key) {
    KeyRow row = keys.findById(key.id()).orElse(key);
    return mapper.toManaged(row, row.owner() == null ? null : require(row.owner()));
  }

  private Account change(
      String name, Set<Confirmation> confirmed, String action, ToIntFunction<AccountRow> work) {
    changes.make(
        "the account " + name, () -> lastWayIn.guard(confirmed, () -> changed(name, action, work)));
    return get(name);
  }

  private KeyChange changed(String name, String action, ToIntFunction<AccountRow> work) {
    AccountRow before = require(name);
    if (work.applyAsInt(before) != 1) {
      throw new AccountNotFoundException(name);
    }
    Map<String, Object> after = values(require(name));
    return described(
        AuditEntry.changed(action, name, values(before), after), keys.findByOwner(name));
  }

  private static KeyChange described(AuditEntry entry, List<KeyRow> owned) {
    return new KeyChange(digests(owned), List.of(entry), List.of());
  }

  private static List<KeyDigest> digests(List<KeyRow> rows) {
    return rows.stream().flatMap(KeyColumns::digests).toList();
  }

  private static Map<String, Object> values(AccountRow row) {
    Map<String, Object> values = new LinkedHashMap<>();
    if (row.description() != null) {
      values.put("description", row.description());
    }
    values.put("scopes", row.scopes());
    values.put("enabled", row.enabled());
    return values;
  }

  private AccountRow require(String name) {
    return repository.findById(name).orElseThrow(() -> new AccountNotFoundException(name));
  }
}
