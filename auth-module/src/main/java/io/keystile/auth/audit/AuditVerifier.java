package io.keystile.auth.audit;

import io.keystile.auth.audit.AuditProblem.Kind;
import io.keystile.auth.store.StoreTransactions;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/** Looks at every row of the log, within one snapshot and page by page. */
@Singleton
final class AuditVerifier {

  private static final int PAGE = 1_000;

  private final AuditRepository repository;
  private final AuditRecords records;
  private final AuditDamage damage;
  private final AuditHeadFile file;
  private final AuditKeys keys;
  private final StoreTransactions transactions;

  AuditVerifier(
      AuditRepository repository,
      AuditRecords records,
      AuditDamage damage,
      AuditHeadFile file,
      AuditKeys keys,
      StoreTransactions transactions) {
    this.repository = repository;
    this.records = records;
    this.damage = damage;
    this.file = file;
    this.keys = keys;
    this.transactions = transactions;
  }

  AuditReport verify(LongConsumer progress) {
    // Before the snapshot: the end moves on meanwhile, never back.
    boolean missing = file.isMissing();
    AuditHead head = file.findGenuine().orElse(null);
    return transactions.read("the audit log", () -> verify(missing, head, progress));
  }

  private AuditReport verify(boolean missing, @Nullable AuditHead head, LongConsumer progress) {
    AuditFindings findings = new AuditFindings();
    Anchor anchor =
        repository
            .findLastPrune()
            .map(row -> Anchor.of(records.values(row.afterJson())))
            .orElse(Anchor.NONE);
    AuditChain chain = new AuditChain(keys, anchor, head, findings);
    boolean more = true;
    while (more) {
      more = readPage(chain, findings);
      progress.accept(chain.rows());
    }
    judgeEnd(chain, missing, head, findings);
    damage.find(findings);
    return findings.report(chain.rows());
  }

  /** Whether there may be more. */
  private boolean readPage(AuditChain chain, AuditFindings findings) {
    try {
      List<AuditRow> page = repository.after(chain.last(), PAGE);
      page.forEach(chain::add);
      return page.size() == PAGE;
    } catch (RuntimeException e) {
      findings.add(
          chain.last() + 1, Kind.DAMAGED, "Rows after " + chain.last() + " cannot be read.");
      return false;
    }
  }

  private void judgeEnd(
      AuditChain chain, boolean missing, @Nullable AuditHead head, AuditFindings findings) {
    if (missing && chain.rows() > 0) {
      findings.add(
          Kind.HEAD,
          "The file "
              + file.path()
              + " is missing: whether the end of the log was cut off cannot be told.");
    } else if (!missing && head == null) {
      findings.add(Kind.HEAD, "The file " + file.path() + " is not as Keystile wrote it.");
    } else if (head != null && head.number() > chain.last()) {
      findings.add(
          chain.last() + 1,
          Kind.CUT,
          AuditChain.rows(chain.last() + 1, head.number()) + " cut off the end.");
    }
  }
}
