package io.keystile.auth.keys;

import io.keystile.auth.ApiKey;
import io.keystile.auth.Verdict;
import io.keystile.auth.address.AddressRules;
import java.util.List;

/**
 * What the checks need to know of a key, as one of its secrets opens it. It is kept in the cache,
 * so it holds no secret and is as small as can be; the cache adds what it needs in a class of its
 * own, because each object more is one more place in memory to wait for. Immutable.
 *
 * @since 0.1
 */
public class StoredKey {

  private final ApiKey key;
  private final int generation;
  private final long expiresAt;
  private final Standing standing;
  private final Rules rules;

  /**
   * Whether and when it may be used. Instants are milliseconds since the epoch; the extremes of
   * {@code long} mean unlimited.
   *
   * @param enabled whether an operator lets it be used
   * @param ownerEnabled whether its owner, if it has one, is switched on
   * @param notBefore the first millisecond at which it may be used
   * @param expiresAt the first millisecond at which it may no longer be used
   * @param secretEndsAt the first millisecond at which this secret of it is void
   */
  public record Standing(
      boolean enabled, boolean ownerEnabled, long notBefore, long expiresAt, long secretEndsAt) {

    /** One whose secret was not replaced. */
    public Standing(boolean enabled, boolean ownerEnabled, long notBefore, long expiresAt) {
      this(enabled, ownerEnabled, notBefore, expiresAt, Long.MAX_VALUE);
    }

    /** Always. */
    public static final Standing ALWAYS = new Standing(true, true, Long.MIN_VALUE, Long.MAX_VALUE);

    private boolean isOpenButForItsEnd() {
      return enabled
          && ownerEnabled
          && notBefore == Long.MIN_VALUE
          && secretEndsAt == Long.MAX_VALUE;
    }
  }

  /**
   * In which hours, from where, and how often it may be used.
   *
   * @param windows hours of the week; none means always
   * @param addresses lists of addresses
   * @param limits rate limits and quotas
   */
  public record Rules(List<AccessWindow> windows, AddressRules addresses, KeyLimits limits) {

    /** None. */
    public static final Rules NONE = new Rules(List.of(), AddressRules.NONE, KeyLimits.NONE);
  }

  /** A key with its rules; the generation counts the key's secrets. */
  public StoredKey(ApiKey key, int generation, Standing standing, Rules rules) {
    this.key = key;
    this.generation = generation;
    // Apart from their end most keys stand alike, so that they share one.
    this.expiresAt = standing.expiresAt;
    this.standing = standing.isOpenButForItsEnd() ? Standing.ALWAYS : standing;
    this.rules = rules;
  }

  /** The same as another. */
  protected StoredKey(StoredKey same) {
    this.key = same.key;
    this.generation = same.generation;
    this.expiresAt = same.expiresAt;
    this.standing = same.standing;
    this.rules = same.rules;
  }

  /**
   * A key with no rules of its own: at any time, from anywhere, as often as the defaults let it.
   */
  public static StoredKey withoutRules(ApiKey key) {
    return new StoredKey(key, 1, Standing.ALWAYS, Rules.NONE);
  }

  /** The key itself. */
  public final ApiKey key() {
    return key;
  }

  /** The answer when every check passes. Kept here it would take more time than making it. */
  public final Verdict.Accepted accepted() {
    return new Verdict.Accepted(key);
  }

  /** Which of the key's secrets it is. */
  public final int generation() {
    return generation;
  }

  /** Whether an operator lets it be used. */
  public final boolean enabled() {
    return standing.enabled;
  }

  /** Whether its owner, if it has one, is switched on. */
  public final boolean ownerEnabled() {
    return standing.ownerEnabled;
  }

  /** The first millisecond at which it may be used. */
  public final long notBefore() {
    return standing.notBefore;
  }

  /** The first millisecond at which it may no longer be used. */
  public final long expiresAt() {
    return expiresAt;
  }

  /** The first millisecond at which this secret of it, which was replaced, is void. */
  public final long secretEndsAt() {
    return standing.secretEndsAt;
  }

  /** Hours of the week in which it may be used; none means always. */
  public final List<AccessWindow> windows() {
    return rules.windows;
  }

  /** The addresses it may and may not be used from. */
  public final AddressRules addresses() {
    return rules.addresses;
  }

  /** How often it may be used. */
  public final KeyLimits limits() {
    return rules.limits;
  }
}
