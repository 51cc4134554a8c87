package io.keystile.auth.limit;

import io.keystile.auth.LimitState;
import io.keystile.auth.Reason;
import io.keystile.auth.Verdict;
import io.keystile.auth.limit.QuotaAnswer.Shortage;
import io.keystile.auth.policy.Call;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Puts the answers of limits into words. */
final class LimitVerdicts {

  private LimitVerdicts() {}

  static Verdict of(Verdict.Accepted accepted, Allowance rates) {
    LimitState state = new LimitState(rates.left());
    return rates.granted()
        ? new Verdict.Accepted(accepted.key(), state)
        : refusal(
            accepted,
            Reason.RATE_LIMIT_EXCEEDED,
            Reason.RATE_LIMIT_EXCEEDED.message(),
            rates.waitMillis(),
            state);
  }

  static Verdict of(Verdict.Accepted accepted, QuotaAnswer answer, Call call) {
    List<LimitState.Left> left = new ArrayList<>(answer.rates().left());
    left.addAll(answer.left());
    Shortage shortage = answer.shortage();
    if (shortage == null) {
      return of(accepted, new Allowance(answer.rates().waitMillis(), left));
    }
    // The longer wait of the two: the next call has to get past both.
    long wait = Math.max(shortage.waitMillis(), answer.rates().waitMillis());
    return refusal(
        accepted,
        Reason.INSUFFICIENT_QUOTA,
        sentence(shortage, call.cost()),
        wait,
        new LimitState(left));
  }

  private static String sentence(Shortage shortage, int cost) {
    if (shortage.waitMillis() == Allowance.NEVER) {
      return "This request counts as "
          + cost
          + " requests, more than the quota "
          + shortage.quota()
          + " of this API key ever allows.";
    }
    return "The quota "
        + shortage.quota()
        + " of this API key is used up. It resets at "
        + shortage.resetsAt()
        + ".";
  }

  private static Verdict.Rejected refusal(
      Verdict.Accepted accepted, Reason reason, String sentence, long wait, LimitState state) {
    @Nullable Duration retryAfter = wait == Allowance.NEVER ? null : Duration.ofMillis(wait);
    return new Verdict.Rejected(
        reason, sentence, accepted.key().id(), List.of(), retryAfter, state);
  }
}
