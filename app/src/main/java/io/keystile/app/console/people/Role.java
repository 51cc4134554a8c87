package io.keystile.app.console.people;

import io.keystile.auth.Scopes;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What somebody may do in the console; each may what those before may. */
public enum Role {
  /** Sees everything, changes nothing. */
  VIEWER("Viewer", "Sees everything, changes nothing", "keystile:read"),
  /** Sees and changes everything. */
  ADMINISTRATOR("Administrator", "Sees and changes everything", "keystile:admin");

  private final String label;
  private final String meaning;
  private final String scope;

  Role(String label, String meaning, String scope) {
    this.label = label;
    this.meaning = meaning;
    this.scope = scope;
  }

  /** The role that stands so in the store or in a form. */
  public static Optional<Role> of(String text) {
    return Arrays.stream(values()).filter(role -> role.text().equals(text)).findFirst();
  }

  /** As people read it. */
  public String label() {
    return label;
  }

  /** What it comes to, in a few words. */
  public String meaning() {
    return meaning;
  }

  /** As it stands in the store and in forms. */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The scopes that management asks for. */
  public Scopes scopes() {
    return Scopes.of(scope);
  }

  /** Whether this role may do what the other may. */
  public boolean covers(Role other) {
    return compareTo(other) >= 0;
  }
}
