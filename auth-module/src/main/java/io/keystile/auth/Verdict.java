package io.keystile.auth;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of a presented key. Bad credentials are a value, never an exception.
 *
 * @since 0.1
 */
public sealed interface Verdict {

  /**
   * The call may go on.
   *
   * @param key whose key it is
   * @param limits what is left of its limits, or null when it has none
   */
  record Accepted(ApiKey key, @Nullable LimitState limits) implements Verdict {

    /** A key without limits. */
    public Accepted(ApiKey key) {
      this(key, null);
    }
  }

  /**
   * The call is refused.
   *
   * @param reason why
   * @param message the sentence for the caller
   * @param keyId the key that was recognised, or null when none was; for operators, not callers
   * @param missingScopes the scopes that are asked for and not granted
   * @param retryAfter how long to wait before the next try, or null when waiting does not help
   * @param limits what is left of the key's limits, or null when they were not looked at
   * @param evidence what it was decided on, or null; for operators, not callers
   */
  record Rejected(
      Reason reason,
      String message,
      @Nullable ApiKeyId keyId,
      List<String> missingScopes,
      @Nullable Duration retryAfter,
      @Nullable LimitState limits,
      @Nullable Evidence evidence)
      implements Verdict {

    public Rejected {
      missingScopes = List.copyOf(missingScopes);
    }

    /** A refusal without evidence. */
    public Rejected(
        Reason reason,
        String message,
        @Nullable ApiKeyId keyId,
        List<String> missingScopes,
        @Nullable Duration retryAfter,
        @Nullable LimitState limits) {
      this(reason, message, keyId, missingScopes, retryAfter, limits, null);
    }

    /** A refusal that has nothing to do with limits. */
    public Rejected(
        Reason reason,
        String message,
        @Nullable ApiKeyId keyId,
        List<String> missingScopes,
        @Nullable Duration retryAfter) {
      this(reason, message, keyId, missingScopes, retryAfter, null);
    }

    /** A refusal in the reason's own words, with no key recognised. */
    public static Rejected of(Reason reason) {
      return of(reason, null);
    }

    /** A refusal of a recognised key in the reason's own words. */
    public static Rejected of(Reason reason, @Nullable ApiKeyId keyId) {
      return new Rejected(reason, reason.message(), keyId, List.of(), null);
    }

    /** The same refusal with a more precise sentence. */
    public Rejected withMessage(String sentence) {
      return new Rejected(reason, sentence, keyId, missingScopes, retryAfter, limits, evidence);
    }

    /** The same refusal with what it was decided on. */
    public Rejected withEvidence(Evidence found) {
      return new Rejected(reason, message, keyId, missingScopes, retryAfter, limits, found);
    }
  }

  /** What a refusal was decided on, from which an operator can be told more than a caller. */
  interface Evidence {}
}
