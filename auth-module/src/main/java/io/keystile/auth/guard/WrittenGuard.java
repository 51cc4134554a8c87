package io.keystile.auth.guard;

import io.keystile.auth.annotation.ApiKeyProtected;
import io.keystile.auth.annotation.ApiKeyProtected.Match;
import io.keystile.auth.policy.RequiredScopes;
import java.util.List;
import java.util.Map;

/**
 * One guard as it is written in the source.
 *
 * @param scopes what it asks for
 * @param cost how many requests one call counts as
 */
record WrittenGuard(RequiredScopes scopes, int cost) {

  /** The annotation, with the members that annotations composed of it put in its place. */
  static WrittenGuard of(ApiKeyProtected guard, Map<String, Object> aliased) {
    String[] own = guard.scopes().length > 0 ? guard.scopes() : guard.value();
    Object scopes = aliased.getOrDefault("scopes", aliased.getOrDefault("value", own));
    Object match = aliased.getOrDefault("match", guard.match());
    Object cost = aliased.getOrDefault("cost", guard.cost());
    return new WrittenGuard(new RequiredScopes(names(scopes), match == Match.ANY), (int) cost);
  }

  private static List<String> names(Object scopes) {
    return scopes instanceof String name ? List.of(name) : List.of((String[]) scopes);
  }
}
