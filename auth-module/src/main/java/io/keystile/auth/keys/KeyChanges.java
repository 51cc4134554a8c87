package io.keystile.auth.keys;

import io.keystile.auth.ApiKeyId;
import io.keystile.auth.audit.AuditAction;
import io.keystile.auth.audit.AuditLog;
import io.keystile.auth.secret.KeyHasher;
import io.keystile.auth.store.ChangeLog;
import io.keystile.auth.store.Changes;
import io.keystile.auth.store.StoreTransactions;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * The one way to change keys: the rows, the audit log and the note of the change in one
 * transaction, then the word to everybody in this process, before the author hears that it is done.
 */
@Singleton
final class KeyChanges {

  static final long ANY_VERSION = 0;

  private final KeyRepository repository;
  private final MarkRepository marks;
  private final StoreTransactions transactions;
  private final ChangeLog log;
  private final Changes changes;
  private final KeyHasher hasher;
  private final AuditLog audit;
  private final KeyDescriptions descriptions;
  private final KeyEvents events;

  // A pepper that was noted once stays noted.
  private volatile boolean pepperNoted;

  KeyChanges(
      KeyRepository repository,
      MarkRepository marks,
      StoreTransactions transactions,
      ChangeLog log,
      Changes changes,
      KeyHasher hasher,
      AuditLog audit,
      KeyDescriptions descriptions,
      KeyEvents events) {
    this.repository = repository;
    this.marks = marks;
    this.transactions = transactions;
    this.log = log;
    this.changes = changes;
    this.hasher = hasher;
    this.audit = audit;
    this.descriptions = descriptions;
    this.events = events;
  }

  /** Runs the work, which answers with what it changed. */
  void make(String what, Supplier<KeyChange> work) {
    List<KeyChange> made = new ArrayList<>();
    try {
      transactions.write(
          what,
          () -> {
            notePepper();
            KeyChange change = work.get();
            made.add(change);
            log.add(change.digests());
            change.entries().forEach(audit::record);
            change.events().forEach(events::keep);
            return change;
          });
      pepperNoted = true;
    } finally {
      // Also after a failure: a commit can have happened and its answer been lost.
      made.forEach(change -> changes.publish(change.digests()));
    }
    made.forEach(change -> change.events().forEach(events::publish));
  }

  private void notePepper() {
    if (!pepperNoted) {
      marks.addPepper(hasher.pepperId());
    }
  }

  /** The word on a key that was added. */
  KeyChange issued(KeyRow row) {
    return descriptions.describe(AuditAction.KEY_ISSUE, null, row);
  }

  /** What was done to a key within this transaction, by how it was and how it is now. */
  KeyChange changed(String action, KeyRow before) {
    KeyRow now = repository.findById(before.id()).orElse(null);
    return descriptions.describe(action, before, now);
  }

  /**
   * The key as it is, within a transaction; nobody can change it until that ends, because one that
   * writes holds the store's write lock.
   *
   * @throws KeyNotFoundException when it is gone
   * @throws ConflictException when it is not the version that was seen
   */
  KeyRow requireVersion(ApiKeyId id, long seen) {
    KeyRow row = require(id, ANY_VERSION);
    if (row.version() != seen) {
      throw new ConflictException(
          "The key " + id + " was changed by somebody else meanwhile; look at it and try again.");
    }
    return row;
  }

  /**
   * The same for one who may have said which version is to be changed.
   *
   * @param expected that version, or {@link #ANY_VERSION}
   * @throws VersionMismatchException when it is another one
   */
  KeyRow require(ApiKeyId id, long expected) {
    KeyRow row = repository.findById(id.value()).orElseThrow(() -> new KeyNotFoundException(id));
    requireExpected(id, expected, row.version());
    return row;
  }

  static void requireExpected(ApiKeyId id, long expected, long present) {
    if (expected != ANY_VERSION && expected != present) {
      throw new VersionMismatchException(id, expected, present);
    }
  }
}
