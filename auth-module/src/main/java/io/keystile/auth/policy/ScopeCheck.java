package io.keystile.auth.policy;

import static java.util.stream.Collectors.joining;

import io.keystile.auth.ApiKey;
import io.keystile.auth.ApiKeyId;
import io.keystile.auth.Reason;
import io.keystile.auth.Scopes;
import io.keystile.auth.Verdict;
import io.keystile.auth.keys.StoredKey;
import jakarta.inject.Singleton;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The key must have the scopes that the call needs. */
@Singleton
public final class ScopeCheck implements KeyCheck {

  ScopeCheck() {}

  @Override
  public String name() {
    return "scopes";
  }

  @Override
  public int getOrder() {
    return SCOPE_ORDER;
  }

  @Override
  public Verdict.@Nullable Rejected check(StoredKey key, Call call) {
    // Most routes need none; then the key itself is not looked at.
    return call.required().isEmpty() ? null : check(key.key().scopes(), key.key(), call.required());
  }

  /**
   * The same question for any caller.
   *
   * @param key the caller's key, or null when it has none
   * @return the refusal, or null when the scopes are enough
   */
  public static Verdict.@Nullable Rejected check(
      Scopes granted, @Nullable ApiKey key, List<RequiredScopes> required) {
    for (int i = 0; i < required.size(); i++) {
      if (!required.get(i).isSatisfiedBy(granted)) {
        return refusal(key, required.get(i), required.get(i).missingFrom(granted));
      }
    }
    return null;
  }

  private static Verdict.Rejected refusal(
      @Nullable ApiKey key, RequiredScopes required, List<String> missing) {
    String names = String.join(", ", missing);
    String message =
        required.any()
            ? "This API key needs one of these scopes: " + names + "."
            : "This API key lacks the scope" + (missing.size() == 1 ? " " : "s ") + names + ".";
    ApiKeyId id = key == null ? null : key.id();
    return new Verdict.Rejected(Reason.INSUFFICIENT_SCOPE, message, id, missing, null);
  }

  @Override
  public String compared(StoredKey key, Call call) {
    return call.required().isEmpty()
        ? "none needed"
        : call.required().stream()
            .map(RequiredScopes::toString)
            .collect(joining(" and ", "needs ", ", has " + key.key().scopes()));
  }
}
