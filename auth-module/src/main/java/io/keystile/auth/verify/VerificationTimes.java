package io.keystile.auth.verify;

import jakarta.inject.Singleton;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Times some verifications for whoever wants to know: one in {@value #EVERY}, so that the others
 * cost next to nothing; while nobody listens, none. Safe for several threads.
 *
 * @since 0.1
 */
@Singleton
public final class VerificationTimes {

  /** Of so many verifications one is timed. */
  public static final int EVERY = 16;

  private volatile @Nullable LongConsumer listener;

  VerificationTimes() {}

  /** Sets who is told, in nanoseconds, on the thread of the request. */
  public void watch(LongConsumer listener) {
    this.listener = listener;
  }

  /** To be called at the start of a verification; 0 when this one is not timed. */
  public long start() {
    return listener == null || ThreadLocalRandom.current().nextInt(EVERY) != 0
        ? 0
        : System.nanoTime() | 1;
  }

  /**
   * To be called at its end.
   *
   * @param started what {@link #start} said
   */
  public void stop(long started) {
    LongConsumer told = listener;
    if (started != 0 && told != null) {
      told.accept(System.nanoTime() - started);
    }
  }
}
