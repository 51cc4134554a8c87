package io.keystile.auth.redact;

import io.keystile.auth.secret.KeyFormat;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes keys out of text. A key that Keystile generated, under any prefix, is known by its checksum
 * or its shape; of others goes whatever stands behind {@code Bearer}, {@code X-API-Key} and {@code
 * api_key=}. What tells them apart stays, then {@code ****}. Safe for several threads.
 *
 * @since 0.1
 */
public final class Redactor {

  /** An imported key may hold any visible character, so a value ends at a blank only. */
  private static final Pattern SECRETS =
      Pattern.compile(
          "(?i:(\\bbearer\\s+))\\S+"
              + "|(?i:(\\bapi_key[\"']?\\s*[:=]\\s*[\"']?))[^&\\s\"]+"
              + "|(?i:(\\bx-api-key[\"']?\\s*[:=]\\s*[\\[\"']*))\\S+"
              + "|(?<![A-Za-z0-9_-])([A-Za-z][A-Za-z0-9_-]{0,29}[_-])[0-9A-Za-z]{32}"
              + "(?![A-Za-z0-9_-])"
              + "|(?<![A-Za-z0-9_-])[A-Za-z][A-Za-z0-9_-]{32,62}(?![A-Za-z0-9_-])");

  private static final int BODY_LENGTH = 32;

  private Redactor() {}

  /** The text without keys; the same object when there was none. */
  public static String redact(String text) {
    Matcher matcher = SECRETS.matcher(text);
    StringBuilder redacted = null;
    int done = 0;
    while (matcher.find()) {
      String masked = mask(matcher);
      if (!masked.equals(matcher.group())) {
        redacted = redacted == null ? new StringBuilder(text.length()) : redacted;
        redacted.append(text, done, matcher.start()).append(masked);
        done = matcher.end();
      }
    }
    return redacted == null ? text : redacted.append(text, done, text.length()).toString();
  }

  private static String mask(MatchResult match) {
    for (int group = 1; group <= match.groupCount(); group++) {
      String kept = match.group(group);
      if (kept != null) {
        return kept + "****";
      }
    }
    String word = match.group();
    String prefix = word.substring(0, word.length() - BODY_LENGTH);
    return KeyFormat.isGenerated(word, prefix) ? prefix + "****" : word;
  }
}
