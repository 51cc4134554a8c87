package io.keystile.auth.keys;

import io.keystile.auth.audit.AuditEntry;
import io.keystile.auth.secret.KeyDigest;
import java.util.List;

/**
 * A change that was made, as others hear of it.
 *
 * @param digests under which the keys are or were found
 * @param entries what the audit log says
 * @param events what listeners hear once it is committed
 */
record KeyChange(List<KeyDigest> digests, List<AuditEntry> entries, List<KeyEvent> events) {

  /** Nothing was changed. */
  static final KeyChange NONE = new KeyChange(List.of(), List.of(), List.of());

  KeyChange {
    digests = List.copyOf(digests);
    entries = List.copyOf(entries);
    events = List.copyOf(events);
  }
}
