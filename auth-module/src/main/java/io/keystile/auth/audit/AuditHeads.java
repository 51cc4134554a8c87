package io.keystile.auth.audit;

import io.keystile.auth.KeystileException;
import io.keystile.auth.store.StoreTransactions;
import io.keystile.auth.store.StoreUnavailableException;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Moves the note of the end of the log on. It follows only a log that still holds the row that was
 * noted last: once the end was cut off, the note stays and tells so. Processes take turns by the
 * store's write lock, so that a slow one never takes it back. Safe for several threads.
 */
@Singleton
final class AuditHeads {

  private static final Logger LOG = LoggerFactory.getLogger("keystile.audit");

  private final AuditRepository repository;
  private final AuditRecords records;
  private final AuditHeadFile file;
  private final AuditKeys keys;
  private final AuditLog log;
  private final StoreTransactions transactions;
  private @Nullable String noted;
  private boolean told;

  AuditHeads(
      AuditRepository repository,
      AuditRecords records,
      AuditHeadFile file,
      AuditKeys keys,
      AuditLog log,
      StoreTransactions transactions) {
    this.repository = repository;
    this.records = records;
    this.file = file;
    this.keys = keys;
    this.log = log;
    this.transactions = transactions;
  }

  /** Notes the end if it moved; a log that was cut is told in the server's log. */
  synchronized void follow() {
    try {
      AuditRow last = transactions.read("the audit log", repository::findLast).orElse(null);
      if (last != null && !last.mac().equals(noted)) {
        advance();
      }
    } catch (StoreUnavailableException e) {
      // Busy with a large import, or gone, which others tell: the next time will do.
      LOG.debug("The end of the audit log is noted later", e);
    } catch (KeystileException e) {
      tell(e.getMessage());
    }
  }

  /** Says in the server's log where the audit log ends. */
  synchronized void publish() {
    String before = noted;
    follow();
    if (noted != null && !noted.equals(before)) {
      file.findGenuine()
          .ifPresent(end -> LOG.info("The audit log ends at row {}: {}", end.number(), end.mac()));
    }
  }

  /**
   * Notes the end.
   *
   * @throws AuditUnavailableException when the log does not hold what was noted before
   */
  synchronized void advance() {
    if (isLost() && log.isWriting()) {
      // Whoever removed it could have cut the log: this stays in the log for ever.
      log.append(
          Actor.APPLICATION,
          AuditEntry.noted(AuditAction.AUDIT_HEAD, String.valueOf(file.path().getFileName())),
          AuditLog.DONE);
      noted = transactions.write("the end of the audit log", () -> note(true));
    } else {
      noted = transactions.write("the end of the audit log", () -> note(false));
    }
    told = false;
  }

  private @Nullable String note(boolean anew) {
    AuditRow last = repository.findLast().orElse(null);
    if (last == null || (isLost() && !anew)) {
      return null;
    }
    AuditHead head = file.findGenuine().orElse(null);
    if (!anew && !holds(last, head)) {
      throw new AuditUnavailableException(
          "The audit log does not end as "
              + file.path()
              + " says. Find out what happened with: keystile audit verify. To go on from here,"
              + " remove that file.",
          null);
    }
    if (head == null || head.number() < last.number()) {
      file.write(last.number(), last.mac(), keys.forRowAfter(last));
    }
    return last.mac();
  }

  private boolean isLost() {
    return file.isMissing() || (keys.isNewAccepted() && file.findGenuine().isEmpty());
  }

  private boolean holds(AuditRow last, @Nullable AuditHead head) {
    if (head == null || head.number() > last.number()) {
      return false;
    }
    Optional<AuditRow> row = repository.findRow(head.number());
    return row.isPresent()
        ? row.get().mac().equals(head.mac())
        : head.number() <= anchor().number();
  }

  private Anchor anchor() {
    return repository
        .findLastPrune()
        .map(row -> Anchor.of(records.values(row.afterJson())))
        .orElse(Anchor.NONE);
  }

  private void tell(@Nullable String message) {
    if (!told) {
      LOG.error("The end of the audit log cannot be noted: {}", message);
      told = true;
    }
  }
}
