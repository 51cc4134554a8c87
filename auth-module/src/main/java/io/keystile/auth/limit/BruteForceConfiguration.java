package io.keystile.auth.limit;

import io.keystile.auth.address.AddressSet;
import io.keystile.auth.annotation.OperatorSetting;
import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.annotation.Introspected;
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
@Introspected
@ConfigurationProperties("keystile.brute-force")
public record BruteForceConfiguration(
    @OperatorSetting(
            value = "Whether wrong keys are counted and their addresses blocked.",
            live = true)
        @Bindable(defaultValue = "true")
        boolean enabled,
    @OperatorSetting(value = "How many wrong keys within the window block an address.", live = true)
        @Bindable(defaultValue = "5")
        int maxFailures,
    @OperatorSetting(value = "How long a wrong key counts.", live = true)
        @Bindable(defaultValue = "15m")
        Duration window,
    @OperatorSetting(value = "The length of the first block.", live = true)
        @Bindable(defaultValue = "30s")
        Duration initialBlock,
    @OperatorSetting(value = "How much longer each further block is.", live = true)
        @Bindable(defaultValue = "2.0")
        double multiplier,
    @OperatorSetting(value = "The length that no block exceeds.", live = true)
        @Bindable(defaultValue = "1h")
        Duration maxBlock,
    @OperatorSetting(value = "Addresses and CIDRs that are never blocked.", live = true)
        @Bindable(defaultValue = "127.0.0.1,::1")
        List<String> trustedAddresses,
    @OperatorSetting(
            value = "Whether an accepted key clears the failures of its address.",
            live = true)
        @Bindable(defaultValue = "false")
        boolean resetOnSuccess,
    @OperatorSetting(value = "How many calls of one address may wait for a place.", live = true)
        @Bindable(defaultValue = "1000")
        int maxWaiting,
    @OperatorSetting(value = "How long a call may wait for a place.", live = true)
        @Bindable(defaultValue = "5s")
        Duration maxWait,
    @OperatorSetting("About how many addresses are told apart.") @Bindable(defaultValue = "1000000")
        int maxTracked) {

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
    trustedAddresses =
        trustedAddresses.stream().map(String::strip).filter(text -> !text.isEmpty()).toList();
    trusted(trustedAddresses);
  }

  /** The exempt addresses, ready to be asked. */
  AddressSet trusted() {
    return trusted(trustedAddresses);
  }

  private static AddressSet trusted(List<String> addresses) {
    return AddressSet.parse("keystile.brute-force.trusted-addresses", addresses);
  }

  private static <T extends Comparable<T>> void require(String name, T value, T least, T most) {
    if (value.compareTo(least) < 0 || value.compareTo(most) > 0) {
      throw new IllegalArgumentException(
          "keystile.brute-force." + name + " must be " + least + " to " + most + ": " + value);
    }
  }
}
