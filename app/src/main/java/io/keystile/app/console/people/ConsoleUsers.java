package io.keystile.app.console.people;

import io.keystile.auth.audit.AuditEntry;
import io.keystile.auth.audit.AuditLog;
import io.keystile.auth.store.StoreTransactions;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The people who may sign in. Every change is written to the audit log. Safe for several threads;
 * blocks. Throws {@link io.keystile.auth.store.StoreUnavailableException} when the store fails.
 */
@Singleton
public final class ConsoleUsers {

  private static final String ROLE = "role";

  private final ConsoleSchema schema;
  private final ConsoleUserRepository repository;
  private final StoreTransactions transactions;
  private final Passwords passwords;
  private final AuditLog audit;
  private final Clock clock;

  ConsoleUsers(
      ConsoleSchema schema,
      ConsoleUserRepository repository,
      StoreTransactions transactions,
      Passwords passwords,
      AuditLog audit,
      Clock clock) {
    this.schema = schema;
    this.repository = repository;
    this.transactions = transactions;
    this.passwords = passwords;
    this.audit = audit;
    this.clock = clock;
  }

  /** Everybody, by name. */
  public List<ConsoleUser> list() {
    return read(() -> repository.list().stream().map(ConsoleUserRow::user).toList());
  }

  /** Whether there is nobody yet. */
  public boolean isEmpty() {
    // A server without a console's user need not make tables when it starts.
    return !schema.isThere() || read(repository::countAll) == 0;
  }

  /** Somebody, or null when nobody has the name. */
  public @Nullable ConsoleUser findUser(String name) {
    ConsoleUserRow row = findRow(name);
    return row == null ? null : row.user();
  }

  /**
   * Somebody.
   *
   * @throws NoSuchUserException when nobody has the name
   */
  public ConsoleUser getUser(String name) {
    return getRow(name).user();
  }

  /**
   * Lets somebody in from now on.
   *
   * @param password one that {@link PasswordRules} has no objection to
   * @return false when the name is taken already
   */
  public boolean add(String name, Role role, String password) {
    String hash = passwords.hash(password);
    return write(() -> repository.findByName(name).isEmpty() && insert(name, role, hash));
  }

  /**
   * Lets the first administrator in.
   *
   * @return false when there is somebody already
   */
  public boolean addFirst(String name, String password) {
    String hash = passwords.hash(password);
    return write(() -> repository.countAll() == 0 && insert(name, Role.ADMINISTRATOR, hash));
  }

  /**
   * Whether the password is the user's. Takes as long when there is no such user.
   *
   * @return the user's name as they write it, or null
   */
  public @Nullable String findByPassword(String name, String password) {
    ConsoleUserRow row = findRow(name);
    if (row == null) {
      passwords.matchNobody(password);
      return null;
    }
    return passwords.matches(password, row.passwordHash()) ? row.name() : null;
  }

  /** Notes that somebody signed in. */
  public void signedIn(String name) {
    write(
        () -> {
          audit.record(AuditEntry.noted("console.sign_in", name));
          return repository.signedIn(name, clock.millis());
        });
  }

  /**
   * Gives somebody another password, and ends all their sessions.
   *
   * @return false when nobody has the name
   */
  public boolean changePassword(String name, String password) {
    String hash = passwords.hash(password);
    return write(
        () -> {
          if (repository.password(name, hash, clock.millis()) == 0) {
            return false;
          }
          audit.record(AuditEntry.noted("console.password_change", name));
          return true;
        });
  }

  /**
   * Gives somebody another role, from their next request on.
   *
   * @throws NoSuchUserException when nobody has the name
   * @throws LastAdministratorException when nobody would be left who can change anything
   */
  public void changeRole(String name, Role role) {
    write(
        () -> {
          ConsoleUserRow row = require(name);
          if (row.roleValue() == role) {
            return role;
          }
          requireOther(row);
          audit.record(
              AuditEntry.changed(
                  "console.user_change",
                  row.name(),
                  Map.of(ROLE, row.role()),
                  Map.of(ROLE, role.text())));
          repository.role(row.name(), role.text());
          return role;
        });
  }

  /**
   * Lets somebody in no more, and ends all their sessions.
   *
   * @throws NoSuchUserException when nobody has the name
   * @throws LastAdministratorException when nobody would be left who can change anything
   */
  public void remove(String name) {
    write(
        () -> {
          ConsoleUserRow row = require(name);
          requireOther(row);
          audit.record(
              AuditEntry.removed("console.user_delete", row.name(), Map.of(ROLE, row.role())));
          return repository.remove(row.name());
        });
  }

  @Nullable ConsoleUserRow findRow(String name) {
    return read(() -> repository.findByName(name)).orElse(null);
  }

  ConsoleUserRow getRow(String name) {
    return read(() -> require(name));
  }

  private boolean insert(String name, Role role, String hash) {
    long now = clock.millis();
    audit.record(AuditEntry.added("console.user_create", name, Map.of(ROLE, role.text())));
    // No session of a removed user goes on as one of the next with the name.
    long epoch = new SecureRandom().nextLong() >>> 1;
    repository.save(new ConsoleUserRow(name, role.text(), hash, epoch, now, null, now));
    return true;
  }

  private ConsoleUserRow require(String name) {
    return repository.findByName(name).orElseThrow(NoSuchUserException::new);
  }

  private void requireOther(ConsoleUserRow row) {
    if (row.roleValue() == Role.ADMINISTRATOR
        && repository.countIn(Role.ADMINISTRATOR.text()) == 1) {
      throw new LastAdministratorException();
    }
  }

  private <T> T read(Supplier<T> work) {
    schema.ensure();
    return transactions.read("the users of the console", work);
  }

  private <T> T write(Supplier<T> work) {
    schema.ensure();
    return transactions.write("the users of the console", work);
  }
}
