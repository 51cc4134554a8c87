package io.keystile.auth.limit;

import io.keystile.auth.annotation.OperatorSetting;
import io.keystile.auth.keys.KeyLimits;
import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.context.annotation.Property;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.core.bind.annotation.Bindable;
import java.util.List;

/**
 * How often keys may be used that do not say so themselves.
 *
 * @param maxTracked how many keys and addresses are counted one by one; further ones share; 1 to
 *     100,000,000; default 1000000, which takes some 250 MB when all of them are in use
 * @param defaultLimits {@code keystile.limits.default}: the rate limits of keys without any of
 *     their own, as in {@code 100/1h}; default none
 * @param defaultQuotas the quotas of keys without any of their own, as in {@code 1000/day}; default
 *     none
 * @since 0.1
 */
@Introspected
@ConfigurationProperties("keystile.limits")
public record LimitsConfiguration(
    @OperatorSetting("How many keys and addresses have their rate limits counted one by one.")
        @Bindable(defaultValue = "1000000")
        int maxTracked,
    @OperatorSetting(
            value = "Rate limits of keys without any of their own, as in 10/1s,100/1h.",
            live = true,
            whenUnusable = "1/1s")
        @Property(name = "keystile.limits.default")
        @Bindable(defaultValue = "")
        List<String> defaultLimits,
    @OperatorSetting(
            value = "Quotas of keys without any of their own, as in 1000/day.",
            live = true,
            whenUnusable = "1000/day")
        @Bindable(defaultValue = "")
        List<String> defaultQuotas) {

  /**
   * Refuses limits that cannot be read.
   *
   * @throws IllegalArgumentException when a value is out of range
   */
  public LimitsConfiguration {
    if (maxTracked < 1 || maxTracked > 100_000_000) {
      throw new IllegalArgumentException("keystile.limits.max-tracked must be 1 to 100,000,000");
    }
    defaultLimits = withoutBlanks(defaultLimits);
    defaultQuotas = withoutBlanks(defaultQuotas);
    KeyLimits.parse(defaultLimits, defaultQuotas);
  }

  /** The limits of keys without any of their own. */
  public KeyLimits defaults() {
    return KeyLimits.parse(defaultLimits, defaultQuotas);
  }

  private static List<String> withoutBlanks(List<String> texts) {
    return texts.stream().map(String::strip).filter(text -> !text.isEmpty()).toList();
  }
}
