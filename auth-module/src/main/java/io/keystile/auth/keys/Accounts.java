package io.keystile.auth.keys;

import io.keystile.auth.Scopes;
import io.keystile.auth.secret.KeyDigest;
import io.keystile.auth.store.StoreTransactions;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToIntFunction;
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
  private final StoreTransactions transactions;
  private final Clock clock;

  Accounts(
      AccountRepository repository,
      KeyRepository keys,
      KeyChanges changes,
      LastWayIn lastWayIn,
      StoreTransactions transactions,
      Clock clock) {
    this.repository = repository;
    this.keys = keys;
    this.changes = changes;
    this.lastWayIn = lastWayIn;
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
          return List.of();
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
    return change(name, confirmed, row -> save(row, scopes.toString(), row.enabled()));
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
    return change(name, confirmed, row -> save(row, row.scopes(), enabled));
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
                  deleted.add(require(name).toAccount());
                  List<KeyDigest> digests = digestsOf(name);
                  settle(name, itsKeys, digests.size());
                  repository.remove(name);
                  return digests;
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

  private Account change(String name, Set<Confirmation> confirmed, ToIntFunction<AccountRow> work) {
    changes.make(
        "the account " + name,
        () ->
            lastWayIn.guard(
                confirmed,
                () -> {
                  if (work.applyAsInt(require(name)) != 1) {
                    throw new AccountNotFoundException(name);
                  }
                  return digestsOf(name);
                }));
    return get(name);
  }

  private List<KeyDigest> digestsOf(String name) {
    return keys.findByOwner(name).stream().flatMap(KeyColumns::digests).toList();
  }

  private int save(AccountRow row, String scopes, boolean enabled) {
    return repository.change(row.name(), row.description(), scopes, enabled);
  }

  private AccountRow require(String name) {
    return repository.findById(name).orElseThrow(() -> new AccountNotFoundException(name));
  }
}
