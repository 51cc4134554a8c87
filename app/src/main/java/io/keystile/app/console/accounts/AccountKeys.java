package io.keystile.app.console.accounts;

import io.keystile.app.console.chart.CallChart;
import io.keystile.app.console.chart.CallCharts;
import io.keystile.auth.keys.ApiKeys;
import io.keystile.auth.keys.KeyOrder;
import io.keystile.auth.keys.KeyPage;
import io.keystile.auth.keys.KeyQuery;
import io.keystile.auth.keys.ManagedKey;
import jakarta.inject.Singleton;

/** Finds the keys of an account and how they are used. Blocks. */
@Singleton
final class AccountKeys {

  private static final KeyOrder MOST_USED = new KeyOrder(KeyOrder.By.REQUESTS, true);

  private final ApiKeys keys;
  private final CallCharts charts;

  AccountKeys(ApiKeys keys, CallCharts charts) {
    this.keys = keys;
    this.charts = charts;
  }

  OwnedKeys of(String account) {
    KeyQuery query = KeyQuery.ALL.ownedBy(account).inOrder(MOST_USED);
    KeyPage found = keys.search(query, null, ApiKeys.MAX_PAGE);
    return new OwnedKeys(found.items(), found.nextCursor() != null);
  }

  /** The calls of the last 30 days in UTC; the last one is not over. */
  CallChart days(OwnedKeys owned) {
    return charts.daysOf(owned.items().stream().map(ManagedKey::id).toList());
  }
}
