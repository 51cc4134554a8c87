package io.keystile.auth.redact;

import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes keys out of text. A Keystile key, a bearer value and an {@code api_key} parameter keep what
 * tells them apart, then {@code ****}. Safe for several threads.
 *
 * @since 0.1
 */
public final class Redactor {

  private static final Pattern SECRETS =
      Pattern.compile(
          "(?i:(\\bbearer\\s+))[^\\s\"',;]+"
              + "|(?i:([?&]api_key=))[^&\\s\"']+"
              + "|(?i:(\\bx-api-key\\s*[:=]\\s*))[^\\s\"',;]+"
              + "|\\b([A-Za-z][A-Za-z0-9_-]{0,28}[_-])[0-9A-Za-z]{32}\\b");

  private Redactor() {}

  /** The text without keys; the same object when there was none. */
  public static String redact(String text) {
    Matcher matcher = SECRETS.matcher(text);
    return matcher.find() ? matcher.replaceAll(Redactor::mask) : text;
  }

  private static String mask(MatchResult match) {
    for (int group = 1; group <= match.groupCount(); group++) {
      String kept = match.group(group);
      if (kept != null) {
        return Matcher.quoteReplacement(kept + "****");
      }
    }
    return "****";
  }
}
