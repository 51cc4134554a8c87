package io.keystile.auth.policy;

import io.keystile.auth.Verdict;
import io.keystile.auth.keys.StoredKey;
import io.micronaut.core.order.Ordered;
import org.jspecify.annotations.Nullable;

/**
 * One thing that can be said against a key that was found. Checks run in their {@link #getOrder
 * order}; the first refusal stands. Implementations are fast, do not block, and are safe for
 * several threads.
 *
 * @since 0.1
 */
public interface KeyCheck extends Ordered {

  /** The order of the checks that come with Keystile; leave room between them. */
  int ENABLED_ORDER = 100;

  /** See {@link #ENABLED_ORDER}. */
  int OWNER_ORDER = 200;

  /** See {@link #ENABLED_ORDER}. */
  int NOT_BEFORE_ORDER = 300;

  /** See {@link #ENABLED_ORDER}. */
  int EXPIRY_ORDER = 400;

  /** See {@link #ENABLED_ORDER}. */
  int WINDOW_ORDER = 500;

  /** See {@link #ENABLED_ORDER}. */
  int ADDRESS_ORDER = 600;

  /** See {@link #ENABLED_ORDER}. */
  int SCOPE_ORDER = 700;

  /** What the check is called where verdicts are explained. */
  String name();

  /**
   * Looks at the key. Asked again about a call that was refused, later and on another thread, to
   * explain the refusal to operators: it must not count calls.
   *
   * @return the refusal, or null when there is nothing to say against it
   */
  Verdict.@Nullable Rejected check(StoredKey key, Call call);

  /**
   * Whether the check can object to the key at all, whatever the call and whenever it comes. Asked
   * once for a key that is kept in memory, and again when the key changed, so that calls with it
   * skip a check that has nothing to look at. It can by default; one that follows more than the
   * key, such as a setting, must leave it so.
   */
  default boolean concerns(StoredKey key) {
    return true;
  }

  /**
   * Whether it also holds where a key is only identified, so that its holder learns what it is:
   * {@code GET /v1/me}. It does not by default.
   */
  default boolean identifies() {
    return false;
  }

  /**
   * The values that the check compares, in a few words for operators, such as {@code address
   * 192.0.2.1, allow [10.0.0.0/8]}; or null when there is nothing to tell. It must not repeat what
   * is secret, and is asked after the caller was answered.
   */
  default @Nullable String compared(StoredKey key, Call call) {
    return null;
  }
}
