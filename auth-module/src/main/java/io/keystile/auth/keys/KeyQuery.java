package io.keystile.auth.keys;

import io.keystile.auth.KeyStatus;
import io.keystile.auth.keys.ManagedKey.Source;
import java.time.Instant;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which keys, in which order. Begin with {@link #ALL} and narrow it down; a key has to fit
 * everything that was asked for.
 *
 * @param text part of the name or description, a whole id, a whole hint, or the four characters a
 *     hint ends with; null for any. The case of ASCII letters does not matter
 * @param owner the account that owns them; null for any or none
 * @param statuses what they are worth now; none means any. Use of a quota counts as far as it was
 *     written down
 * @param source where they come from; null for anywhere
 * @param scope a grant as it stands with the key, such as {@code chat:*}; null for any
 * @param expiringBefore keys whose end is earlier, over or not; null for any
 * @param unusedSince keys that are older than this and were not used since; null for any
 * @param neverUsed whether only keys of the store that were never used are wanted; the last use of
 *     one from the environment is not kept
 * @param order the order of the list
 * @since 0.1
 */
public record KeyQuery(
    @Nullable String text,
    @Nullable String owner,
    Set<KeyStatus> statuses,
    @Nullable Source source,
    @Nullable String scope,
    @Nullable Instant expiringBefore,
    @Nullable Instant unusedSince,
    boolean neverUsed,
    KeyOrder order) {

  /** The most characters of a text to look for. */
  public static final int MAX_TEXT = KeyTexts.MAX_DESCRIPTION;

  /** Every key, oldest first. */
  public static final KeyQuery ALL =
      new KeyQuery(null, null, Set.of(), null, null, null, null, false, KeyOrder.OLDEST_FIRST);

  /**
   * @throws IllegalArgumentException when the text is longer than {@value #MAX_TEXT} characters
   */
  public KeyQuery {
    if (text != null && text.length() > MAX_TEXT) {
      throw new IllegalArgumentException("text must have at most " + MAX_TEXT + " characters");
    }
    statuses = Set.copyOf(statuses);
  }

  /** The same with this text. */
  public KeyQuery withText(@Nullable String part) {
    return new KeyQuery(
        part, owner, statuses, source, scope, expiringBefore, unusedSince, neverUsed, order);
  }

  /** The same of this owner. */
  public KeyQuery ownedBy(@Nullable String account) {
    return new KeyQuery(
        text, account, statuses, source, scope, expiringBefore, unusedSince, neverUsed, order);
  }

  /** The same with one of these statuses; none means any. */
  public KeyQuery withStatus(Set<KeyStatus> any) {
    return new KeyQuery(
        text, owner, any, source, scope, expiringBefore, unusedSince, neverUsed, order);
  }

  /** The same from this source. */
  public KeyQuery from(@Nullable Source place) {
    return new KeyQuery(
        text, owner, statuses, place, scope, expiringBefore, unusedSince, neverUsed, order);
  }

  /** The same with this grant. */
  public KeyQuery withScope(@Nullable String grant) {
    return new KeyQuery(
        text, owner, statuses, source, grant, expiringBefore, unusedSince, neverUsed, order);
  }

  /** The same with an end before this. */
  public KeyQuery expiringBefore(@Nullable Instant end) {
    return new KeyQuery(text, owner, statuses, source, scope, end, unusedSince, neverUsed, order);
  }

  /** The same, not used since. */
  public KeyQuery unusedSince(@Nullable Instant since) {
    return new KeyQuery(
        text, owner, statuses, source, scope, expiringBefore, since, neverUsed, order);
  }

  /** The same, as far as they were never used. */
  public KeyQuery onlyNeverUsed() {
    return new KeyQuery(
        text, owner, statuses, source, scope, expiringBefore, unusedSince, true, order);
  }

  /** The same in this order. */
  public KeyQuery inOrder(KeyOrder wanted) {
    return new KeyQuery(
        text, owner, statuses, source, scope, expiringBefore, unusedSince, neverUsed, wanted);
  }

  /** The hint that the text may be, as a pattern, or null when it can be none. */
  @Nullable String hintPattern() {
    if (text == null) {
      return null;
    }
    String plain = escaped(text);
    return text.contains("…") ? plain : text.length() == 4 ? "%…" + plain : null;
  }

  static String escaped(String text) {
    return text.replaceAll("([!%_])", "!$1");
  }

  /** Whether a key that was never used fits. */
  boolean acceptsUnused(ManagedKey key, Instant now) {
    return !neverUsed
        && (source == null || source == key.source())
        && (text == null || mentions(key, text))
        && (owner == null || owner.equals(key.settings().owner()))
        && (statuses.isEmpty() || statuses.contains(key.statusAt(now)))
        && (scope == null || key.scopes().grants().contains(scope))
        && (expiringBefore == null || endsBefore(key, expiringBefore))
        && (unusedSince == null || key.createdAt().isBefore(unusedSince));
  }

  private static boolean endsBefore(ManagedKey key, Instant instant) {
    Instant end = key.expiresAt();
    return end != null && end.isBefore(instant);
  }

  private static boolean mentions(ManagedKey key, String part) {
    return key.name().toLowerCase(Locale.ROOT).contains(part.toLowerCase(Locale.ROOT))
        || key.id().value().equals(part)
        || key.hint().equals(part)
        || (part.length() == 4 && key.hint().endsWith("…" + part));
  }
}
