package io.keystile.auth.audit;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The end of the log as it was noted outside the database.
 *
 * @param number of the last row; 0 before the first
 * @param mac of the last row
 * @param keyId the key that this note is sealed with
 * @param seal over the others
 */
record AuditHead(long number, String mac, String keyId, String seal) {

  private static final String FORM = "keystile-audit-head-1";

  static AuditHead of(long number, String mac, AuditKey key) {
    return new AuditHead(number, mac, key.id(), seal(number, mac, key));
  }

  /** Reads what {@link #text} writes; nothing when it is not that. */
  static Optional<AuditHead> parse(String text) {
    List<String> parts = List.of(text.strip().split(" ", -1));
    if (parts.size() != 5 || !parts.get(0).equals(FORM)) {
      return Optional.empty();
    }
    try {
      long number = Long.parseLong(parts.get(1));
      return Optional.of(new AuditHead(number, parts.get(2), parts.get(3), parts.get(4)));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  String text() {
    return String.join(" ", FORM, Long.toString(number), mac, keyId, seal) + "\n";
  }

  boolean isSealed(AuditKey key) {
    return Objects.equals(seal, seal(number, mac, key));
  }

  private static String seal(long number, String mac, AuditKey key) {
    return key.seal(new SealedFields(FORM).add(number).add(mac).add(key.id()).bytes());
  }
}
