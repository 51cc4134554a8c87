package io.keystile.auth;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * The scopes granted to a key. A grant is a name ({@code chat:write}), a wildcard over narrower
 * names ({@code chat:*}), or {@code *} for everything except {@code keystile:…}, which has to be
 * granted by name.
 *
 * <p>Immutable and safe for several threads.
 *
 * @since 0.1
 */
public final class Scopes {

  /** No grants: such a key passes only where no scope is asked for. */
  public static final Scopes NONE = new Scopes(List.of());

  /** {@code *}: every scope except Keystile's own. */
  public static final Scopes ALL = of("*");

  private static final String OWN = "keystile:";
  private static final Pattern NAME = Pattern.compile("[a-z0-9]+([:.-][a-z0-9]+)*");
  private static final int MAX_LENGTH = 100;

  private final List<String> grants;
  private final Set<String> names;
  private final String[] wildcards;
  private final boolean everything;

  private Scopes(Collection<String> grants) {
    this.grants = List.copyOf(new TreeSet<>(grants));
    this.names = Set.copyOf(this.grants);
    this.everything = names.contains("*");
    this.wildcards =
        this.grants.stream()
            .filter(grant -> grant.endsWith(":*"))
            .map(grant -> grant.substring(0, grant.length() - 1))
            .toArray(String[]::new);
  }

  /**
   * Grants of these names and wildcards.
   *
   * @throws IllegalArgumentException when one is neither a scope name nor a wildcard
   */
  public static Scopes of(String... grants) {
    return of(Arrays.asList(grants));
  }

  /**
   * Grants of these names and wildcards.
   *
   * @throws IllegalArgumentException when one is neither a scope name nor a wildcard
   */
  public static Scopes of(Collection<String> grants) {
    grants.forEach(Scopes::requireGrant);
    return new Scopes(grants);
  }

  /** Whether the text is a scope name that may be asked for (no wildcard). */
  public static boolean isName(String text) {
    return text.length() <= MAX_LENGTH && NAME.matcher(text).matches();
  }

  /** Whether these grants include the scope with this name. */
  public boolean covers(String name) {
    if (everything && !name.startsWith(OWN)) {
      return true;
    }
    if (names.contains(name)) {
      return true;
    }
    for (String wildcard : wildcards) {
      if (name.startsWith(wildcard)) {
        return true;
      }
    }
    return false;
  }

  /** The grants that both have: a name is covered by the result if both cover it. */
  public Scopes intersect(Scopes other) {
    Set<String> both = new TreeSet<>();
    grants.stream().filter(other::includes).forEach(both::add);
    other.grants.stream().filter(this::includes).forEach(both::add);
    return new Scopes(both);
  }

  /** Whether everything the grant covers is covered here as well. */
  public boolean includes(String grant) {
    if (grant.equals("*")) {
      return everything;
    }
    return grant.endsWith(":*") ? includesWildcard(grant) : covers(grant);
  }

  private boolean includesWildcard(String grant) {
    if (everything && !grant.startsWith(OWN)) {
      return true;
    }
    for (String wildcard : wildcards) {
      if (grant.startsWith(wildcard)) {
        return true;
      }
    }
    return false;
  }

  /** The grants, sorted. */
  public List<String> grants() {
    return grants;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Scopes scopes && grants.equals(scopes.grants);
  }

  @Override
  public int hashCode() {
    return grants.hashCode();
  }

  @Override
  public String toString() {
    return String.join(" ", grants);
  }

  private static void requireGrant(String grant) {
    String name = grant.endsWith(":*") ? grant.substring(0, grant.length() - 2) : grant;
    if (!grant.equals("*") && !isName(name)) {
      throw new IllegalArgumentException(
          "A scope is lower-case words joined by ':', '.' or '-' (chat:write), a wildcard"
              + " (chat:*) or *, at most "
              + MAX_LENGTH
              + " characters");
    }
  }
}
