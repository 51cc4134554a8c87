package io.keystile.auth.security;

import io.keystile.auth.Scopes;
import java.util.AbstractSet;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The scopes of a key as roles. Micronaut Security compares roles letter by letter, so a wildcard
 * stands here beside every role that the application asks for and the wildcard covers. What is no
 * scope name ({@code ROLE_ADMIN}, {@code isAnonymous()}) is covered by none.
 */
final class ScopeRoles extends AbstractSet<String> {

  private final Scopes scopes;
  private final Set<String> roles;

  ScopeRoles(Scopes scopes, Collection<String> asked) {
    this.scopes = scopes;
    this.roles = new LinkedHashSet<>(scopes.grants());
    for (String role : asked) {
      if (contains(role)) {
        roles.add(role);
      }
    }
  }

  /** Also for roles that only code of the application asks for. */
  @Override
  public boolean contains(@Nullable Object role) {
    return role instanceof String name
        && (roles.contains(name) || (Scopes.isName(name) && scopes.covers(name)));
  }

  @Override
  public Iterator<String> iterator() {
    return roles.iterator();
  }

  @Override
  public int size() {
    return roles.size();
  }
}
