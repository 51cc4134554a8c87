package io.keystile.auth.keys;

import io.keystile.auth.ApiKeyId;
import io.keystile.auth.audit.AuditAction;
import jakarta.inject.Singleton;
import java.util.Set;

/** What is done to a key that is there; each is called within the transaction of the change. */
@Singleton
final class KeyEdits {

  private final KeyRepository repository;
  private final KeyChanges changes;
  private final KeyDefaults defaults;
  private final KeyRows rows;
  private final LastWayIn lastWayIn;

  KeyEdits(
      KeyRepository repository,
      KeyChanges changes,
      KeyDefaults defaults,
      KeyRows rows,
      LastWayIn lastWayIn) {
    this.repository = repository;
    this.changes = changes;
    this.defaults = defaults;
    this.rows = rows;
    this.lastWayIn = lastWayIn;
  }

  KeyChange change(
      ManagedKey seen, long expectedVersion, KeySettings wanted, Set<Confirmation> confirmed) {
    return lastWayIn.guard(
        confirmed,
        LastWayIn.narrowed(seen, wanted),
        () -> {
          changes.require(seen.id(), expectedVersion);
          KeyRow old = changes.requireVersion(seen.id(), seen.version());
          repository.change(rows.change(old, defaults.complete(wanted, seen)));
          return changes.changed(AuditAction.KEY_CHANGE, old);
        });
  }

  KeyChange switchTo(
      boolean enabled, ApiKeyId id, long expectedVersion, Set<Confirmation> confirmed) {
    return lastWayIn.guard(
        confirmed,
        () -> {
          KeyRow row = changes.require(id, expectedVersion);
          if (row.enabled() == enabled) {
            return KeyChange.NONE;
          }
          repository.setEnabled(row.id(), enabled);
          return changes.changed(enabled ? AuditAction.KEY_ENABLE : AuditAction.KEY_DISABLE, row);
        });
  }

  KeyChange delete(ApiKeyId id, long expectedVersion, Set<Confirmation> confirmed) {
    return lastWayIn.guard(
        confirmed,
        () -> {
          KeyRow row = changes.require(id, expectedVersion);
          repository.remove(row.id());
          return changes.changed(AuditAction.KEY_DELETE, row);
        });
  }
}
