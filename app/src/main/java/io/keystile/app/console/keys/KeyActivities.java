package io.keystile.app.console.keys;

import io.keystile.app.console.chart.CallCharts;
import io.keystile.app.console.keys.KeyDetailsPage.Activity;
import io.keystile.auth.ApiKeyId;
import io.keystile.auth.audit.AuditFilter;
import io.keystile.auth.audit.AuditTrail;
import io.keystile.auth.receipt.ReceiptFilter;
import io.keystile.auth.receipt.Receipts;
import io.keystile.auth.usage.UsageHistory;
import jakarta.inject.Singleton;

/** Gathers what happened with one key. */
@Singleton
final class KeyActivities {

  private static final int RECENT = 10;

  private final CallCharts charts;
  private final UsageHistory history;
  private final Receipts receipts;
  private final AuditTrail audit;

  KeyActivities(CallCharts charts, UsageHistory history, Receipts receipts, AuditTrail audit) {
    this.charts = charts;
    this.history = history;
    this.receipts = receipts;
    this.audit = audit;
  }

  Activity of(ApiKeyId id) {
    return new Activity(
        charts.hoursOf(id),
        charts.daysOf(id),
        history.lastAddressesOf(id),
        receipts.page(new ReceiptFilter(id, null, null), null, RECENT).items(),
        audit.page(AuditFilter.ALL.on(id.value()), null, RECENT).items());
  }
}
