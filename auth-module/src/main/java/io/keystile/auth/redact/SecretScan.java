package io.keystile.auth.redact;

import java.util.List;

/**
 * Goes once over a text, word by word, where a word consists of letters, digits, {@code -} and
 * {@code _}. Keys stand in words; other secrets stand behind a word that announces them.
 */
final class SecretScan {

  private final PlainView view;
  private final String plain;
  private final List<String> prefixes;
  private final Masking masking;

  SecretScan(String text, List<String> prefixes) {
    this.view = PlainView.of(text);
    this.plain = view.plain();
    this.prefixes = prefixes;
    this.masking = new Masking(text);
  }

  String redacted() {
    Announcement announcement = new Announcement(view);
    KeyWord word = new KeyWord(plain, prefixes);
    int at = 0;
    while (at < plain.length()) {
      if (!isWord(plain.charAt(at))) {
        at++;
        continue;
      }
      int end = wordEnd(at);
      int rest = maskKeys(word, at, end);
      at = rest < end && announcement.found(rest, end) ? maskAnnounced(announcement) : end;
    }
    return masking.result();
  }

  /** Returns from where on nothing in the word is masked. */
  private int maskKeys(KeyWord word, int start, int end) {
    int rest = start;
    while (word.find(rest, end)) {
      mask(word.secretStart(), word.secretEnd());
      rest = word.secretEnd();
    }
    return rest;
  }

  private int maskAnnounced(Announcement announcement) {
    int from = announcement.valueStart();
    int to = announcement.valueEnd();
    mask(from + KeyPrefixes.kept(plain, from, to, prefixes), to);
    return to;
  }

  private void mask(int from, int to) {
    masking.mask(view.start(from), view.start(to));
  }

  private int wordEnd(int from) {
    int end = from;
    while (end < plain.length() && isWord(plain.charAt(end))) {
      end++;
    }
    return end;
  }

  private static boolean isWord(char c) {
    return KeyPrefixes.isAlphanumeric(c) || c == '_' || c == '-';
  }
}
