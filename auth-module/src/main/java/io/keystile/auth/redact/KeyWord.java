package io.keystile.auth.redact;

import io.keystile.auth.secret.KeyFormat;
import java.util.List;

/**
 * Finds keys within a word. Each character is looked at a fixed number of times: a checksum is
 * worked out only where 32 letters or digits stand together, and for 31 beginnings at most.
 */
final class KeyWord {

  private static final int BODY = 32;
  private static final int RANDOM = 26;
  private static final int LONGEST_PREFIX = 31;

  private final String text;
  private final List<String> prefixes;
  private int secretStart;
  private int secretEnd;

  KeyWord(String text, List<String> prefixes) {
    this.text = text;
    this.prefixes = prefixes;
  }

  int secretStart() {
    return secretStart;
  }

  int secretEnd() {
    return secretEnd;
  }

  /** Looks for the next key in this part of a word. */
  boolean find(int from, int end) {
    int segmentEnd = from;
    for (int at = from; at < end; at++) {
      if (isProviderKey(from, at, end) || isUnderOwnPrefix(at, end)) {
        return true;
      }
      if (at >= segmentEnd && KeyPrefixes.isAlphanumeric(text.charAt(at))) {
        segmentEnd = segmentEnd(at, end);
        if (segmentEnd - at >= BODY && isGenerated(from, at, segmentEnd, end)) {
          return true;
        }
      }
    }
    return false;
  }

  private boolean isProviderKey(int from, int at, int end) {
    if (at > from && KeyPrefixes.isAlphanumeric(text.charAt(at - 1))) {
      return false;
    }
    int length = KeyPrefixes.ofProvider(text, at, end);
    return length > 0 && found(at + length, end);
  }

  /** Whatever the checksum says: who mistypes a key has still shown most of it. */
  private boolean isUnderOwnPrefix(int at, int end) {
    for (String prefix : prefixes) {
      int body = at + prefix.length();
      if (text.startsWith(prefix, at) && !KeyPrefixes.isAlphanumeric(text.charAt(body - 1))) {
        int bodyEnd = segmentEnd(body, Math.min(end, body + BODY));
        if (bodyEnd - body == BODY) {
          return found(body, segmentEnd(bodyEnd, end));
        }
      }
    }
    return false;
  }

  private boolean isGenerated(int from, int at, int segmentEnd, int end) {
    boolean separated = at > from;
    if (separated && segmentEnd == end && segmentEnd - at == BODY && isPrefix(from, at)) {
      return found(at, segmentEnd);
    }
    if (separated && hasChecksum(from, at)) {
      return found(at, segmentEnd);
    }
    int last = segmentEnd - BODY;
    return last > at && hasChecksum(from, last) && found(last, segmentEnd);
  }

  private boolean isPrefix(int from, int at) {
    return at - from <= LONGEST_PREFIX && isLetter(text.charAt(from));
  }

  private boolean hasChecksum(int from, int body) {
    // A number of 32 bits, written with six of 62 digits, begins with 0 to 4.
    if (text.charAt(body + RANDOM) > '4') {
      return false;
    }
    for (int start = Math.max(from, body - LONGEST_PREFIX); start < body; start++) {
      if (isLetter(text.charAt(start))
          && KeyFormat.isGenerated(
              text.substring(start, body + BODY), text.substring(start, body))) {
        return true;
      }
    }
    return false;
  }

  private boolean found(int start, int end) {
    secretStart = start;
    secretEnd = end;
    return true;
  }

  private int segmentEnd(int at, int end) {
    int segmentEnd = at;
    while (segmentEnd < end && KeyPrefixes.isAlphanumeric(text.charAt(segmentEnd))) {
      segmentEnd++;
    }
    return segmentEnd;
  }

  private static boolean isLetter(char c) {
    return c >= 'A' && KeyPrefixes.isAlphanumeric(c);
  }
}
