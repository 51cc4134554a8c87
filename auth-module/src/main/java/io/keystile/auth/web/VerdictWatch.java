package io.keystile.auth.web;

import io.keystile.auth.Verdict;
import io.keystile.auth.verify.Outcomes;
import io.keystile.auth.verify.VerdictListener;
import io.keystile.auth.verify.VerificationTimes;
import jakarta.inject.Singleton;
import java.util.List;

/** Counts and times what the guard decides, and tells those who listen. */
@Singleton
final class VerdictWatch {

  private final Outcomes outcomes;
  private final VerificationTimes times;
  private final VerdictListener[] listeners;

  VerdictWatch(Outcomes outcomes, VerificationTimes times, List<VerdictListener> listeners) {
    this.outcomes = outcomes;
    this.times = times;
    this.listeners = listeners.toArray(VerdictListener[]::new);
  }

  /** Whether anybody listens, who may look at what filters before the guard put up. */
  boolean isListenedTo() {
    return listeners.length > 0;
  }

  long start() {
    return times.start();
  }

  void decided(Verdict verdict, long started) {
    outcomes.count(verdict);
    times.stop(started);
    for (VerdictListener listener : listeners) {
      listener.decided(verdict);
    }
  }
}
