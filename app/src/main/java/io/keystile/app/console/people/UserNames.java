package io.keystile.app.console.people;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What people in the console may be called: plain, since names stand in logs and links. */
public final class UserNames {

  private static final Pattern NAME = Pattern.compile("[a-zA-Z0-9][a-zA-Z0-9._@-]{0,63}");

  // The page that adds a user stands beside those of users.
  private static final String RESERVED = "new";

  private UserNames() {}

  /** What speaks against the name, or null. */
  public static @Nullable String objection(String name) {
    if (name.isEmpty()) {
      return "Enter a name.";
    }
    if (name.equalsIgnoreCase(RESERVED)) {
      return "Choose another name: the console needs this one itself.";
    }
    return NAME.matcher(name).matches()
        ? null
        : "Use up to 64 letters, digits and . _ @ -, with a letter or digit first.";
  }
}
