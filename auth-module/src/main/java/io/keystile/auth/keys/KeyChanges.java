package io.keystile.auth.keys;

import io.keystile.auth.ApiKeyId;
import io.keystile.auth.secret.KeyDigest;
import io.keystile.auth.secret.KeyHasher;
import io.keystile.auth.store.ChangeLog;
import io.keystile.auth.store.Changes;
import io.keystile.auth.store.StoreTransactions;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * The one way to change keys: the rows and the note of the change in one transaction, then the word
 * to everybody in this process, before the author hears that it is done.
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

  KeyChanges(
      KeyRepository repository,
      MarkRepository marks,
      StoreTransactions transactions,
      ChangeLog log,
      Changes changes,
      KeyHasher hasher) {
    this.repository = repository;
    this.marks = marks;
    this.transactions = transactions;
    this.log = log;
    this.changes = changes;
    this.hasher = hasher;
  }

  /** Runs the work, which answers with the digests of the keys that it added or changed. */
  void make(String what, Supplier<List<KeyDigest>> work) {
    List<KeyDigest> changed = new ArrayList<>();
    try {
      transactions.write(
          what,
          () -> {
            marks.addPepper(hasher.pepperId());
            changed.addAll(work.get());
            log.add(changed);
            return changed;
          });
    } finally {
      // Also after a failure: a commit can have happened and its answer been lost.
      changes.publish(changed);
    }
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
