package io.keystile.auth.limit;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;
import java.util.List;

/**
 * How guessing is answered. Failures are keys that nobody knows and texts that cannot be keys;
 * nothing else counts.
 *
 * @param enabled whether failures are counted and addresses blocked; default true
 * @param maxFailures how many failures within the window block an address, 1 to 100; default 5
 * @param window how long a failure counts, 1s to 7d; default 15m
 * @param initialBlock the length of the first block, 1s to max-block; default 30s
 * @param multiplier how much longer each further block is, 1 to 100; default 2
 * @param maxBlock the length no block exceeds, up to 7d; default 1h
 * @param trustedAddresses addresses and CIDR ranges that are exempt; may be empty; default loopback
 * @param resetOnSuccess whether an accepted key clears the failures of its address; default false
 * @param maxWaiting how many calls of one address may wait for a place, 0 to 100000; default 1000
 * @param maxWait how long a call may wait for a place, up to 1m; default 5s
 * @param maxTracked about how many addresses are told apart, 1000 to 16000000; default 1000000
 * @since 0.1
 */
@ConfigurationProperties("keystile.brute-force")
public record BruteForceConfiguration(
    @Bindable(defaultValue = "true") boolean enabled,
    @Bindable(defaultValue = "5") int maxFailures,
    @Bindable(defaultValue = "15m") Duration window,
    @Bindable(defaultValue = "30s") Duration initialBlock,
    @Bindable(defaultValue = "2.0") double multiplier,
    @Bindable(defaultValue = "1h") Duration maxBlock,
    @Bindable(defaultValue = "127.0.0.1,::1") List<String> trustedAddresses,
    @Bindable(defaultValue = "false") boolean resetOnSuccess,
    @Bindable(defaultValue = "1000") int maxWaiting,
    @Bindable(defaultValue = "5s") Duration maxWait,
    @Bindable(defaultValue = "1000000") int maxTracked) {

  private static final Duration SECOND = Duration.ofSeconds(1);
  private static final Duration WEEK = Duration.ofDays(7);

  /**
   * Refuses values that would switch the defence off by accident or make it unbounded.
   *
   * @throws IllegalArgumentException when a value is out of range
   */
  public BruteForceConfiguration {
    require("max-failures", maxFailures, 1, 100);
    require("window", window, SECOND, WEEK);
    require("max-block", maxBlock, SECOND, WEEK);
    require("initial-block", initialBlock, SECOND, maxBlock);
    require("multiplier", multiplier, 1.0, 100.0);
    require("max-waiting", maxWaiting, 0, 100_000);
    require("max-wait", maxWait, Duration.ZERO, Duration.ofMinutes(1));
    require("max-tracked", maxTracked, 1_000, 16_000_000);
    // An empty variable of the environment arrives as a list of one empty text.
    trustedAddresses = trustedAddresses.stream().filter(text -> !text.isBlank()).toList();
  }

  private static <T extends Comparable<T>> void require(String name, T value, T least, T most) {
    if (value.compareTo(least) < 0 || value.compareTo(most) > 0) {
      throw new IllegalArgumentException(
          "keystile.brute-force." + name + " must be " + least + " to " + most + ": " + value);
    }
  }
}
