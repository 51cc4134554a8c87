package io.keystile.auth.keys;

import io.keystile.auth.ApiKeyId;
import io.keystile.auth.audit.AuditAction;
import io.keystile.auth.audit.AuditEntry;
import io.keystile.auth.audit.AuditLog;
import io.keystile.auth.secret.KeySecret;
import io.keystile.auth.secret.MasterKey;
import io.keystile.auth.store.StoreTransactions;
import jakarta.inject.Singleton;

/**
 * Shows keys again, where {@code keystile.keys.recoverable} is on. Switched off, nothing can be
 * shown; copies stay in the store, sealed, until their keys are rotated or deleted. Safe for
 * several threads; blocks.
 *
 * @since 0.1
 */
@Singleton
public final class KeyRecovery {

  private final ApiKeys keys;
  private final KeyCopies copies;
  private final CopyRepository repository;
  private final AuditLog audit;
  private final StoreTransactions transactions;

  KeyRecovery(
      ApiKeys keys,
      KeyCopies copies,
      CopyRepository repository,
      AuditLog audit,
      StoreTransactions transactions) {
    this.keys = keys;
    this.copies = copies;
    this.repository = repository;
    this.audit = audit;
    this.transactions = transactions;
  }

  /** Whether copies are kept and can be shown. */
  public boolean isOn() {
    return copies.master() != null;
  }

  /**
   * The present secret of the key. It is shown only when that stands in the audit log.
   *
   * @throws KeyNotFoundException when there is none with this id
   * @throws KeyNotRecoverableException when there is no copy of it that can be read; the message
   *     says why and what to do
   * @throws io.keystile.auth.store.StoreUnavailableException when it could not be noted
   */
  public KeySecret reveal(ApiKeyId id) {
    MasterKey master = copies.master();
    if (master == null) {
      throw new KeyNotRecoverableException(
          "Keys cannot be shown again here: keystile.keys.recoverable is off.");
    }
    keys.getChangeable(id);
    return transactions.write(
        "the reveal of a key",
        () -> {
          KeySecret secret = open(id, master);
          audit.record(AuditEntry.noted(AuditAction.KEY_REVEAL, id.value()));
          return secret;
        });
  }

  private KeySecret open(ApiKeyId id, MasterKey master) {
    CopyRow copy =
        repository
            .findById(id.value())
            .orElseThrow(
                () ->
                    new KeyNotRecoverableException(
                        "There is no copy of the key "
                            + id
                            + ": its secret was made before keystile.keys.recoverable was on."
                            + " Rotate it to have one."));
    if (!copy.masterId().equals(master.id())) {
      throw new KeyNotRecoverableException(
          "The copy of the key "
              + id
              + " was sealed with the master key "
              + copy.masterId()
              + ", not with this one. Set that one as keystile.keys.master-key, or rotate the"
              + " key.");
    }
    return master
        .open(id.value(), copy.sealed())
        .orElseThrow(
            () ->
                new KeyNotRecoverableException(
                    "The copy of the key "
                        + id
                        + " was changed in the store and cannot be read. Rotate the key."));
  }
}
