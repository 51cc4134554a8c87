package io.keystile.app.console.audit;

import io.keystile.app.console.Page;
import io.keystile.app.console.Section;
import io.keystile.auth.audit.AuditReport;
import java.time.Instant;

/**
 * Whether the audit log is as it was written.
 *
 * @param report what was found
 * @param at when
 */
public record VerifiedPage(AuditReport report, Instant at) implements Page {

  @Override
  public String template() {
    return "audit/verified.jte";
  }

  @Override
  public String title() {
    return report.isIntact() ? "The audit log is intact" : "The audit log was tampered with";
  }

  @Override
  public Section section() {
    return Section.AUDIT;
  }
}
