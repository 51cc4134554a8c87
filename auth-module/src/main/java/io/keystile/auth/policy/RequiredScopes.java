package io.keystile.auth.policy;

import io.keystile.auth.Scopes;
import java.util.List;

/**
 * Scopes that a call needs: all of them, or one of them.
 *
 * @param names plain scope names; none means that any key will do
 * @param any whether one is enough
 * @since 0.1
 */
public record RequiredScopes(List<String> names, boolean any) {

  public RequiredScopes {
    names = List.copyOf(names);
  }

  /** Whether the grants are enough. */
  public boolean isSatisfiedBy(Scopes granted) {
    for (int i = 0; i < names.size(); i++) {
      if (granted.covers(names.get(i)) == any) {
        return any;
      }
    }
    return names.isEmpty() || !any;
  }

  /** The names that the grants lack, for the refusal; empty when they are enough. */
  public List<String> missingFrom(Scopes granted) {
    return isSatisfiedBy(granted)
        ? List.of()
        : names.stream().filter(name -> !granted.covers(name)).toList();
  }

  @Override
  public String toString() {
    return (any ? "any of " : "all of ") + names;
  }
}
