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
   */
  record Accepted(ApiKey key) implements Verdict {}

  /**
   * The call is refused.
   *
   * @param reason why
   * @param message the sentence for the caller
   * @param keyId the key that was recognised, or null when none was; for operators, not callers
   * @param missingScopes the scopes that are asked for and not granted
   * @param retryAfter how long to wait before the next try, or null when waiting does not help
   */
  record Rejected(
      Reason reason,
      String message,
      @Nullable ApiKeyId keyId,
      List<String> missingScopes,
      @Nullable Duration retryAfter)
      implements Verdict {

    public Rejected {
      missingScopes = List.copyOf(missingScopes);
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
      return new Rejected(reason, sentence, keyId, missingScopes, retryAfter);
    }
  }
}
