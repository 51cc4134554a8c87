package io.keystile.auth.verify;

import io.keystile.auth.Reason;
import io.keystile.auth.Verdict;
import io.keystile.auth.policy.CheckOutcome;
import io.keystile.auth.policy.Told;
import java.util.List;

/** What there is to say of a text that opens no key. A caller hears the same of both. */
final class NoKey {

  static final CheckOutcome WELL_FORMED = new CheckOutcome("format", true, null);

  /** It cannot be a key. */
  static final Verdict.Rejected MISTYPED =
      refusal(
          new CheckOutcome(
              "format", false, "Mistyped or cut off: no key of this store looks like this."));

  /** It could be one, but the store has none. */
  static final Verdict.Rejected UNKNOWN =
      refusal(
          WELL_FORMED,
          new CheckOutcome("known", false, "No key with this text: deleted, or never made here."));

  private NoKey() {}

  private static Verdict.Rejected refusal(CheckOutcome... checks) {
    return Verdict.Rejected.of(Reason.INVALID_API_KEY).withEvidence(new Told(List.of(checks)));
  }
}
