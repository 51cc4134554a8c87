package io.keystile.auth.guard;

import io.keystile.auth.policy.RequiredScopes;
import java.util.List;

/**
 * What a route or method asks of its caller.
 *
 * @param guarded false when it is open on purpose
 * @param scopes what each guard on it asks for; all of them must be satisfied; guards that any key
 *     satisfies are left out
 * @param cost how many requests one call counts as
 * @param identify whether it only tells a holder about the key; see {@link
 *     io.keystile.auth.policy.Call#identify}
 * @since 0.1
 */
public record Requirement(
    boolean guarded, List<RequiredScopes> scopes, int cost, boolean identify) {

  /** Open to all by {@code @PermitAll}. */
  public static final Requirement OPEN = new Requirement(false, List.of(), 1);

  public Requirement {
    scopes = scopes.stream().filter(guard -> !guard.names().isEmpty()).toList();
  }

  /** What uses the key. */
  public Requirement(boolean guarded, List<RequiredScopes> scopes, int cost) {
    this(guarded, scopes, cost, false);
  }
}
