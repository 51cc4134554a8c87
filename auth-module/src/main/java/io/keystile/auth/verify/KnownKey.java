package io.keystile.auth.verify;

import io.keystile.auth.ApiKey;
import io.keystile.auth.Verdict;
import io.keystile.auth.keys.StoredKey;
import io.keystile.auth.limit.RatePlace;
import io.keystile.auth.limit.Tracked;
import io.keystile.auth.policy.Call;
import io.keystile.auth.policy.KeyChecks;
import io.keystile.auth.secret.KeyDigest;
import io.keystile.auth.secret.KeyTag;
import io.keystile.auth.usage.KeyUse;
import io.keystile.auth.usage.KeyUses;
import org.jspecify.annotations.Nullable;

/**
 * A key of the cache under its digest. It is its own counter, the words of the digest stand here,
 * and it is an entry of a {@link KeyTable} itself, because each object more is one more place in
 * memory to wait for, and there may be a million of them. Safe for several threads once a table has
 * it.
 */
final class KnownKey extends KeyUse implements StoredKey, RatePlace {

  /** Too long ago for any age. */
  private static final long NEVER = Long.MIN_VALUE / 2;

  private final ApiKey key;
  private final int generation;
  private final long expiresAt;
  private final Standing standing;
  private final Rules rules;
  private final long first;
  private final long second;
  private final long third;
  private final long fourth;
  private final KeyChecks checks;
  private volatile @Nullable Tracked tracked;
  private long firstOfTag;
  private long secondOfTag;
  private volatile long writtenAt = NEVER;
  private boolean used;

  /**
   * @param digest of the text that was presented
   * @param key what the checks need to know
   * @param uses writes down what is counted
   * @param checks that its calls have to pass
   */
  KnownKey(KeyDigest digest, StoredKey key, KeyUses uses, KeyChecks checks) {
    super(uses);
    this.key = key.key();
    this.generation = key.generation();
    this.expiresAt = key.expiresAt();
    this.standing = key.standing();
    this.rules = key.rules();
    this.first = digest.part(0);
    this.second = digest.part(1);
    this.third = digest.part(2);
    this.fourth = digest.part(3);
    this.checks = checks;
  }

  /** The first objection to the call, or null when there is none. */
  Verdict.@Nullable Rejected findObjection(Call call) {
    return checks.findObjection(this, call);
  }

  @Override
  public ApiKey key() {
    return key;
  }

  @Override
  protected String keyId() {
    return key.getName();
  }

  @Override
  public int generation() {
    return generation;
  }

  @Override
  public long expiresAt() {
    return expiresAt;
  }

  @Override
  public Standing standing() {
    return standing;
  }

  @Override
  public Rules rules() {
    return rules;
  }

  @Override
  public @Nullable Tracked tracked() {
    return tracked;
  }

  @Override
  public void keep(Tracked next) {
    tracked = next;
  }

  /** The first word of the digest, which says where to look for it. */
  long first() {
    return first;
  }

  boolean isUnder(KeyDigest digest) {
    return isUnder(digest.part(0), digest.part(1), digest.part(2), digest.part(3));
  }

  boolean isUnder(KnownKey other) {
    return isUnder(other.first, other.second, other.third, other.fourth);
  }

  /** Takes the same time wherever they differ. */
  private boolean isUnder(long a, long b, long c, long d) {
    return ((first ^ a) | (second ^ b) | (third ^ c) | (fourth ^ d)) == 0;
  }

  /** Keeps the tag of its text, always the same; to be called before others can find it by that. */
  void tag(KeyTag tag) {
    firstOfTag = tag.first();
    secondOfTag = tag.second();
  }

  /** Takes the same time wherever they differ. */
  boolean isUnder(KeyTag tag) {
    return ((firstOfTag ^ tag.first()) | (secondOfTag ^ tag.second())) == 0;
  }

  /** Says when it came into the table, in milliseconds since the epoch. */
  void writtenAt(long now) {
    writtenAt = now;
  }

  /** Says that it is not in the table any more, to whoever still has it. */
  void forget() {
    writtenAt = NEVER;
  }

  boolean isForgotten() {
    return writtenAt == NEVER;
  }

  /** Whether it is in the table, and has not been for longer than it may. */
  boolean isFresh(long now, long maxAge) {
    // A clock that was set back must not make a key stay for long.
    return Math.abs(now - writtenAt) < maxAge;
  }

  /** Notes that it was asked for. */
  void markUsed() {
    // A write to what others read costs more than a look.
    if (!used) {
      used = true;
    }
  }

  /** Whether it was asked for since the last time. */
  boolean clearUsed() {
    boolean was = used;
    used = false;
    return was;
  }
}
