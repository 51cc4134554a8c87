package io.keystile.auth.audit;

import io.keystile.auth.audit.AuditProblem.Kind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Follows the rows, each of which is sealed together with the one before. */
final class AuditChain {

  private final AuditKeys keys;
  private final @Nullable AuditHead head;
  private final AuditFindings findings;
  private final Anchor anchor;
  private long rows;
  private long last;
  // The MAC of the row before as it stands there, and as it should; none when that row is gone.
  private List<String> macsBefore;
  private boolean soundBefore = true;

  AuditChain(AuditKeys keys, Anchor anchor, @Nullable AuditHead head, AuditFindings findings) {
    this.keys = keys;
    this.anchor = anchor;
    this.head = head;
    this.findings = findings;
    this.macsBefore = List.of(anchor.mac());
  }

  /** How many rows were added. */
  long rows() {
    return rows;
  }

  /** The number of the last row that was added; 0 before the first. */
  long last() {
    return last;
  }

  void add(AuditRow row) {
    judgeNumber(row.number());
    AuditKey key = keys.find(row.keyId()).orElse(null);
    boolean sound = key != null && (macsBefore.isEmpty() || isLinked(row, key));
    if (key == null) {
      findings.add(
          row.number(),
          Kind.OTHER_KEY,
          "Row " + row.number() + " was changed, or sealed with a key that is not at hand.");
    } else if (!sound) {
      tellBroken(row.number());
    }
    judgeHead(row);
    macsBefore = macsOf(row, key, sound);
    soundBefore = sound;
    last = row.number();
    rows++;
  }

  /** Says which rows, for instance {@code Rows 4 to 6 are}. */
  static String rows(long from, long to) {
    return from == to ? "Row " + from + " is" : "Rows " + from + " to " + to + " are";
  }

  private void judgeNumber(long number) {
    long expected = (rows == 0 ? anchor.number() : last) + 1;
    if (number > expected) {
      findings.add(expected, Kind.MISSING, rows(expected, number - 1) + " missing.");
      macsBefore = List.of();
    } else if (number < expected) {
      findings.add(number, Kind.CHANGED, "Row " + number + " was removed once and is back.");
      macsBefore = List.of();
    }
  }

  private boolean isLinked(AuditRow row, AuditKey key) {
    return macsBefore.stream().anyMatch(mac -> row.isSealed(key, mac));
  }

  private void tellBroken(long number) {
    if (soundBefore) {
      findings.add(number, Kind.CHANGED, "Row " + number + " was changed, moved or put in.");
    } else {
      findings.add(
          number,
          Kind.UNLINKED,
          "Row " + number + " does not follow the row before, or was changed itself.");
    }
  }

  private void judgeHead(AuditRow row) {
    if (head != null && head.number() == row.number() && !head.mac().equals(row.mac())) {
      findings.add(
          row.number(),
          Kind.HEAD,
          "Row " + row.number() + " is not the one that was noted as the end of the log.");
    }
  }

  private List<String> macsOf(AuditRow row, @Nullable AuditKey key, boolean sound) {
    return sound || key == null || macsBefore.isEmpty()
        ? List.of(row.mac())
        : List.of(row.mac(), row.seal(key, macsBefore.get(0)));
  }
}
