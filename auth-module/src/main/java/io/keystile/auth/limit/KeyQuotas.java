package io.keystile.auth.limit;

import io.keystile.auth.LimitState;
import io.keystile.auth.keys.Quota;
import io.keystile.auth.limit.QuotaAnswer.Shortage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The counters of one key. Its lock makes quotas and rate limits one step: nothing is taken from
 * either unless both have enough. Safe for several threads.
 */
final class KeyQuotas {

  private final String keyId;
  private final Map<String, QuotaCounter> counters = new HashMap<>(4);
  private long lastUse;
  private boolean dropped;

  KeyQuotas(String keyId) {
    this.keyId = keyId;
  }

  /** Asks the rate limits, and takes from them only when told so. */
  interface RateStep {
    Allowance ask(boolean take);
  }

  /** The answer, or null when the entry is out of use: then the store has to be read again. */
  synchronized @Nullable QuotaAnswer ask(
      List<Quota> quotas, int cost, long now, boolean take, RateStep rates) {
    if (dropped) {
      return null;
    }
    lastUse = now;
    Shortage shortage = longestShortage(quotas, cost, now);
    Allowance answer = rates.ask(take && shortage == null);
    if (take && shortage == null && answer.granted()) {
      quotas.forEach(quota -> counter(quota.period().text()).take(quota, cost, now));
    }
    return new QuotaAnswer(answer, left(quotas, now), shortage);
  }

  /** What the store has to be told. */
  synchronized List<QuotaRow> send(long now) {
    return counters.values().stream()
        .map(counter -> counter.send(keyId, now))
        .filter(Objects::nonNull)
        .toList();
  }

  /** A row of the store, after it has taken what was sent. */
  synchronized void settle(QuotaRow row, long now) {
    counter(row.period()).settle(row, now);
  }

  /** The rows of the store; false when the entry is out of use. */
  synchronized boolean read(List<QuotaRow> rows, long now) {
    rows.forEach(row -> counter(row.period()).read(row, now));
    lastUse = now;
    return !dropped;
  }

  /** Takes the entry out of use when it was not used since the instant and has nothing to say. */
  synchronized boolean dropIfIdle(long since) {
    dropped = lastUse < since && counters.values().stream().noneMatch(QuotaCounter::isUnsaved);
    return dropped;
  }

  private @Nullable Shortage longestShortage(List<Quota> quotas, int cost, long now) {
    Shortage longest = null;
    for (Quota quota : quotas) {
      QuotaCounter counter = counter(quota.period().text());
      long wait = counter.waitFor(quota, cost, now);
      if (wait > (longest == null ? 0 : longest.waitMillis())) {
        longest = new Shortage(quota, wait, counter.end());
      }
    }
    return longest;
  }

  private List<LimitState.Left> left(List<Quota> quotas, long now) {
    List<LimitState.Left> left = new ArrayList<>(quotas.size());
    for (Quota quota : quotas) {
      left.add(counter(quota.period().text()).left(quota, now));
    }
    return left;
  }

  private QuotaCounter counter(String period) {
    return counters.computeIfAbsent(period, QuotaCounter::new);
  }
}
