package io.keystile.auth.notice;

import java.time.Instant;

/**
 * Application event: a key needs attention. Each is given once, whatever happens in between: no
 * restart and no second process on the same store repeats it. Listen to this type; its kinds are
 * told apart by {@link #type()} or their class. Published from a thread in the background.
 *
 * @since 0.1
 */
public sealed interface KeyNotice {

  /** Names this notice; the webhook carries the same. */
  String id();

  /** When it was given. */
  Instant at();

  /** The key that it is about. */
  NoticedKey key();

  /** {@code key.expiring}, {@code key.quota} or {@code key.unused}. */
  String type();

  /**
   * The key ends soon. Given 30, 7 and 1 days before the end, as far as the key lives longer than
   * that; a changed end brings new ones.
   *
   * @param expiresAt when it ends
   * @param days the step that was reached: 30, 7 or 1
   */
  record Expiring(String id, Instant at, NoticedKey key, Instant expiresAt, int days)
      implements KeyNotice {

    /** See {@link KeyNotice#type()}. */
    public static final String TYPE = "key.expiring";

    @Override
    public String type() {
      return TYPE;
    }
  }

  /**
   * Much of a quota is used, or all of it. Given at 80 and at 100 percent, for each window anew.
   *
   * @param quota which, as {@code 1000/day}
   * @param percent the step that was reached: 80 or 100
   * @param used how many requests
   * @param resetsAt when the window ends
   */
  record QuotaUsed(
      String id, Instant at, NoticedKey key, String quota, int percent, long used, Instant resetsAt)
      implements KeyNotice {

    /** See {@link KeyNotice#type()}. */
    public static final String TYPE = "key.quota";

    @Override
    public String type() {
      return TYPE;
    }
  }

  /**
   * Nobody has used the key for long. Given once until it is used again.
   *
   * @param since its last use, or when it was made if it was never used
   */
  record Unused(String id, Instant at, NoticedKey key, Instant since) implements KeyNotice {

    /** See {@link KeyNotice#type()}. */
    public static final String TYPE = "key.unused";

    @Override
    public String type() {
      return TYPE;
    }
  }
}
