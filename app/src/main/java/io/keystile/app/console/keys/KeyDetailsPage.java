package io.keystile.app.console.keys;

import io.keystile.app.console.Faults;
import io.keystile.app.console.Page;
import io.keystile.app.console.Section;
import io.keystile.app.console.chart.CallChart;
import io.keystile.auth.audit.AuditRecord;
import io.keystile.auth.receipt.Receipt;
import io.keystile.auth.usage.AddressUse;
import java.util.List;

/**
 * One key with all that is known of it.
 *
 * @param line the key
 * @param recoverable whether it can be shown again
 * @param activity what became of its calls
 * @param trial what would happen to it
 * @param faults what is wrong with that question
 */
public record KeyDetailsPage(
    KeyLine line, boolean recoverable, Activity activity, Trial trial, Faults faults)
    implements Page {

  /**
   * What became of the calls of a key, and what was done to it.
   *
   * @param hours its calls of the last 24 hours
   * @param days its calls of the last 30 days
   * @param addresses where it was used from, the latest first
   * @param refusals its latest refused calls
   * @param audit the latest rows of the audit log about it
   */
  public record Activity(
      CallChart hours,
      CallChart days,
      List<AddressUse> addresses,
      List<Receipt> refusals,
      List<AuditRecord> audit) {}

  @Override
  public String template() {
    return "keys/key.jte";
  }

  @Override
  public String title() {
    return line.key().name();
  }

  @Override
  public Section section() {
    return Section.KEYS;
  }
}
