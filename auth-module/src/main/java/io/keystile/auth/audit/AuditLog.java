package io.keystile.auth.audit;

import io.keystile.auth.KeystileException;
import io.keystile.auth.store.StoreTransactions;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes the audit log: rows numbered without gaps, each sealed together with the one before. Safe
 * for several threads and processes; blocks.
 *
 * @since 0.1
 */
@Singleton
public final class AuditLog {

  private static final Logger LOG = LoggerFactory.getLogger("keystile.audit");

  static final String DONE = "done";
  static final String REFUSED = "refused";

  private final AuditRepository repository;
  private final AuditKeys keys;
  private final AuditHeadFile head;
  private final AuditRefusals refusals;
  private final Actors actors;
  private final StoreTransactions transactions;
  private final Clock clock;
  private volatile boolean writing;

  AuditLog(
      AuditRepository repository,
      AuditKeys keys,
      AuditHeadFile head,
      AuditRefusals refusals,
      Actors actors,
      StoreTransactions transactions,
      Clock clock) {
    this.repository = repository;
    this.keys = keys;
    this.head = head;
    this.refusals = refusals;
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
   * Notes, in a transaction of its own, that somebody was not let do something. Callers who did not
   * say who they are get no row each: {@link #flushRefusals} sums them. When the row cannot be
   * written that is logged; the call is refused all the same.
   *
   * @param target what it was about, for instance the path
   * @param reason why, as a code
   */
  public void refuse(Actor actor, String action, String target, String reason) {
    if (actor.kind() == Actor.Kind.ANONYMOUS) {
      refusals.add(reason, actor.address());
      return;
    }
    try {
      append(actor, AuditEntry.added(action, target, Map.of("reason", reason)), REFUSED);
    } catch (KeystileException e) {
      LOG.error("A refused {} is missing from the audit log: {}", action, e.getMessage());
    }
  }

  /** Writes the sum of the refused anonymous calls, if there were any. */
  void flushRefusals() {
    AuditRefusals.Sum sum = refusals.take();
    if (sum.count() == 0) {
      return;
    }
    try {
      AuditEntry entry =
          AuditEntry.added(AuditAction.MANAGEMENT_REFUSE, "management", sum.values());
      append(Actor.anonymous(null, null), entry, REFUSED);
    } catch (KeystileException e) {
      refusals.putBack(sum);
      LOG.error("Refused calls are missing from the audit log: {}", e.getMessage());
    }
  }

  /** Whether this process wrote rows. */
  boolean isWriting() {
    return writing;
  }

  long append(Actor actor, AuditEntry entry, String result) {
    return transactions.write("the audit log", () -> write(actor, entry, result).number());
  }

  /** Nobody can come between: a transaction that writes holds the store's write lock. */
  private AuditRow write(Actor actor, AuditEntry entry, String result) {
    AuditRow last = repository.findLast().orElse(null);
    AuditKey key = keys.forRowAfter(last);
    if (last == null && head.isMissing()) {
      head.write(0, AuditRow.NO_MAC, key);
    }
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
    writing = true;
    return row;
  }
}
