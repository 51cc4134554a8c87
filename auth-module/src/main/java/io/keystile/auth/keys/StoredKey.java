package io.keystile.auth.keys;

import io.keystile.auth.ApiKey;
import io.keystile.auth.Verdict;
import io.keystile.auth.address.AddressRules;
import java.util.List;

/**
 * What the checks need to know of a key, as one of its secrets opens it. It holds no secret.
 * Immutable. The cache has a class of its own for it, which holds what else a call needs: each
 * object more is one more place in memory to wait for.
 *
 * @since 0.1
 */
public interface StoredKey {

  /**
   * Whether and from when it may be used. Most keys stand alike, and share one. Instants are
   * milliseconds since the epoch; the extremes of {@code long} mean unlimited.
   *
   * @param enabled whether an operator lets it be used
   * @param ownerEnabled whether its owner, if it has one, is switched on
   * @param notBefore the first millisecond at which it may be used
   * @param secretEndsAt the first millisecond at which this secret of it, which was replaced, is
   *     void
   */
  record Standing(boolean enabled, boolean ownerEnabled, long notBefore, long secretEndsAt) {

    /** Always. */
    public static final Standing ALWAYS = new Standing(true, true, Long.MIN_VALUE, Long.MAX_VALUE);
  }

  /**
   * In which hours, from where, and how often it may be used.
   *
   * @param windows hours of the week; none means always
   * @param addresses lists of addresses
   * @param limits rate limits and quotas
   */
  record Rules(List<AccessWindow> windows, AddressRules addresses, KeyLimits limits) {

    /** None. */
    public static final Rules NONE = new Rules(List.of(), AddressRules.NONE, KeyLimits.NONE);
  }

  /**
   * A key with its rules.
   *
   * @param generation counts the key's secrets
   * @param expiresAt the first millisecond since the epoch at which it may no longer be used
   */
  static StoredKey of(ApiKey key, int generation, Standing standing, long expiresAt, Rules rules) {
    return new ReadKey(key, generation, standing, expiresAt, rules);
  }

  /**
   * A key with no rules of its own: at any time, from anywhere, as often as the defaults let it.
   */
  static StoredKey withoutRules(ApiKey key) {
    return of(key, 1, Standing.ALWAYS, Long.MAX_VALUE, Rules.NONE);
  }

  /** The key itself. */
  ApiKey key();

  /** Which of the key's secrets it is. */
  int generation();

  /** Whether and from when it may be used. */
  Standing standing();

  /** The first millisecond at which it may no longer be used. */
  long expiresAt();

  /** In which hours, from where, and how often it may be used. */
  Rules rules();

  /** The answer when every check passes. Kept it would take more time than making it. */
  default Verdict.Accepted accepted() {
    return new Verdict.Accepted(key());
  }

  /** Whether an operator lets it be used. */
  default boolean enabled() {
    return standing().enabled;
  }

  /** Whether its owner, if it has one, is switched on. */
  default boolean ownerEnabled() {
    return standing().ownerEnabled;
  }

  /** The first millisecond at which it may be used. */
  default long notBefore() {
    return standing().notBefore;
  }

  /** The first millisecond at which this secret of it, which was replaced, is void. */
  default long secretEndsAt() {
    return standing().secretEndsAt;
  }

  /** Hours of the week in which it may be used; none means always. */
  default List<AccessWindow> windows() {
    return rules().windows;
  }

  /** The addresses it may and may not be used from. */
  default AddressRules addresses() {
    return rules().addresses;
  }

  /** How often it may be used. */
  default KeyLimits limits() {
    return rules().limits;
  }
}
