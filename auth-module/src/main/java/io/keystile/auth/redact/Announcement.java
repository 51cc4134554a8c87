package io.keystile.auth.redact;

import java.util.Set;

/**
 * A word that says that a secret follows: {@code Bearer}, or a name that ends in {@code api_key},
 * {@code api-key} or {@code apikey} before a colon or an equals sign. An imported key may hold any
 * visible character, so a value ends at a blank, or at a quote behind which JSON goes on.
 */
final class Announcement {

  private static final String BEARER = "bearer";
  private static final int LONGEST_WORD = 5;
  private static final Set<String> NOTHING = Set.of("null", "true", "false", "none");

  private final PlainView view;
  private final String plain;
  private int valueStart;
  private int valueEnd;

  Announcement(PlainView view) {
    this.view = view;
    this.plain = view.plain();
  }

  int valueStart() {
    return valueStart;
  }

  int valueEnd() {
    return valueEnd;
  }

  /** Whether a value follows on the word between these places. */
  boolean found(int from, int end) {
    if (endsWith(BEARER, from, end) && isStart(from, end - BEARER.length())) {
      return isValue(afterScheme(end), false, end);
    }
    return isNamed(from, end);
  }

  private boolean isNamed(int from, int end) {
    boolean header = endsWith("api-key", from, end);
    if (!header && !endsWith("api_key", from, end) && !endsWith("apikey", from, end)) {
      return false;
    }
    int sign = skip(end, " \t\"'");
    if (sign >= plain.length() || (plain.charAt(sign) != '=' && plain.charAt(sign) != ':')) {
      return false;
    }
    int start = skip(sign + 1, " \t\"'[");
    int scheme = start + BEARER.length();
    if (plain.regionMatches(true, start, BEARER, 0, BEARER.length())
        && afterScheme(scheme) > scheme) {
      return isValue(afterScheme(scheme), !header, scheme);
    }
    return isValue(start, !header, start - 1);
  }

  /** Before the value at least one blank, or the plus that stands for one in forms. */
  private int afterScheme(int end) {
    boolean plus = end < plain.length() && plain.charAt(end) == '+';
    return plus ? end + 1 : skip(end, " \t");
  }

  private boolean isValue(int start, boolean parameter, int before) {
    if (start == before) {
      return false;
    }
    valueStart = start;
    valueEnd = start;
    while (valueEnd < plain.length() && !isEnd(valueEnd, parameter)) {
      valueEnd++;
    }
    return valueEnd > start && !isNothing();
  }

  private boolean isEnd(int at, boolean parameter) {
    char c = plain.charAt(at);
    if (c <= ' ') {
      return true;
    }
    if (c == '&') {
      return parameter && view.isLiteral(at);
    }
    return c == '"' && view.isLiteral(at) && (parameter || isClosing(at + 1));
  }

  private boolean isClosing(int after) {
    return after == plain.length() || ",:}])\n\r".indexOf(plain.charAt(after)) >= 0;
  }

  private boolean isNothing() {
    int end = valueEnd;
    while (end > valueStart && ",}]".indexOf(plain.charAt(end - 1)) >= 0) {
      end--;
    }
    return end - valueStart <= LONGEST_WORD && NOTHING.contains(plain.substring(valueStart, end));
  }

  private boolean isStart(int from, int at) {
    return at == from || plain.charAt(at - 1) == '-';
  }

  private int skip(int from, String characters) {
    int at = from;
    while (at < plain.length() && characters.indexOf(plain.charAt(at)) >= 0) {
      at++;
    }
    return at;
  }

  private boolean endsWith(String name, int from, int end) {
    return end - from >= name.length()
        && plain.regionMatches(true, end - name.length(), name, 0, name.length());
  }
}
