package io.keystile.auth.redact;

import org.jspecify.annotations.Nullable;

/** Builds the redacted text from left to right; none is built while nothing is masked. */
final class Masking {

  private final String text;
  private @Nullable StringBuilder redacted;
  private int done;

  Masking(String text) {
    this.text = text;
  }

  /** Puts the mask in place of these characters, which lie behind all that were masked before. */
  void mask(int from, int to) {
    if (to - from == Redactor.MASK.length() && text.startsWith(Redactor.MASK, from)) {
      return;
    }
    StringBuilder target = redacted == null ? new StringBuilder(text.length()) : redacted;
    target.append(text, done, from).append(Redactor.MASK);
    redacted = target;
    done = to;
  }

  /** The text itself when nothing was masked. */
  String result() {
    return redacted == null ? text : redacted.append(text, done, text.length()).toString();
  }
}
