package io.keystile.auth.audit;

import io.keystile.auth.store.StoreTransactions;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Map;

/**
 * Writes the audit log: rows numbered without gaps, each sealed together with the one before. Safe
 * for several threads and processes; blocks.
 *
 * @since 0.1
 */
@Singleton
public final class AuditLog {

  static final String DONE = "done";
  static final String REFUSED = "refused";

  private final AuditRepository repository;
  private final AuditKeys keys;
  private final Actors actors;
  private final StoreTransactions transactions;
  private final Clock clock;

  AuditLog(
      AuditRepository repository,
      AuditKeys keys,
      Actors actors,
      StoreTransactions transactions,
      Clock clock) {
    this.repository = repository;
    this.keys = keys;
    this.actors = actors;
    this.transactions = transactions;
    this.clock = clock;
  }

  /**
   * Notes what {@link Actors#current()} did. To be called within the {@link
   * StoreTransactions#write} that makes the change: the row goes with it, or neither does.
   *
   * @throws AuditUnavailableException when the log cannot go on; the change must not be made
   * @throws io.keystile.auth.store.StoreUnavailableException when the row cannot be written
   */
  public void record(AuditEntry entry) {
    append(actors.current(), entry, DONE);
  }

  /**
   * Notes, in a transaction of its own, that somebody was not let do something.
   *
   * @param target what it was about, for instance the path
   * @param reason why, as a code
   */
  public void refuse(Actor actor, String action, String target, String reason) {
    append(actor, AuditEntry.added(action, target, Map.of("reason", reason)), REFUSED);
  }

  long append(Actor actor, AuditEntry entry, String result) {
    return transactions.write("the audit log", () -> write(actor, entry, result).number());
  }

  /** Nobody can come between: a transaction that writes holds the store's write lock. */
  private AuditRow write(Actor actor, AuditEntry entry, String result) {
    AuditRow last = repository.findLast().orElse(null);
    AuditKey key = keys.forRowAfter(last);
    AuditRow row =
        new AuditRow(
                last == null ? 1 : last.number() + 1,
                clock.millis(),
                actor.kind().text(),
                Inert.text(actor.id()),
                Inert.textOrNull(actor.address()),
                Inert.textOrNull(actor.requestId()),
                Inert.text(entry.action()),
                Inert.text(entry.target()),
                AuditJson.write(entry.before()),
                AuditJson.write(entry.after()),
                result,
                key.id(),
                AuditRow.NO_MAC)
            .sealed(key, last == null ? AuditRow.NO_MAC : last.mac());
    repository.append(row);
    return row;
  }
}
