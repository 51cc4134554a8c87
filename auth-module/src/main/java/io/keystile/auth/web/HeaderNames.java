package io.keystile.auth.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Names of headers, ready to be compared with those of many requests. Immutable. */
final class HeaderNames {

  private final List<String> names;
  private final String[][] byLength;
  // One bit for each length that a name has; those beyond 62 share one.
  private final long lengths;

  HeaderNames(List<String> names) {
    this.names = List.copyOf(names);
    int longest = names.stream().mapToInt(String::length).max().orElse(0);
    this.byLength = new String[longest + 1][];
    for (int i = 0; i <= longest; i++) {
      int length = i;
      this.byLength[i] =
          names.stream().filter(name -> name.length() == length).toArray(String[]::new);
    }
    this.lengths = names.stream().mapToLong(name -> bit(name.length())).reduce(0, (a, b) -> a | b);
  }

  List<String> all() {
    return names;
  }

  /** The name that this is, in whatever case, or null. */
  @Nullable String find(CharSequence name) {
    int length = name.length();
    if ((lengths & bit(length)) != 0 && length < byLength.length) {
      for (String candidate : byLength[length]) {
        if (equalsIgnoreCase(candidate, name)) {
          return candidate;
        }
      }
    }
    return null;
  }

  private static long bit(int length) {
    return 1L << Math.min(length, Long.SIZE - 1);
  }

  private static boolean equalsIgnoreCase(String name, CharSequence other) {
    for (int i = 0; i < name.length(); i++) {
      char ours = name.charAt(i);
      char theirs = other.charAt(i);
      if (ours != theirs && lower(ours) != lower(theirs)) {
        return false;
      }
    }
    return true;
  }

  // Names of headers are ASCII (RFC 9110, section 5.6.2).
  private static int lower(char letter) {
    return letter >= 'A' && letter <= 'Z' ? letter + ('a' - 'A') : letter;
  }
}
