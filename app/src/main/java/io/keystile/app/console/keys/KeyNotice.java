package io.keystile.app.console.keys;

import io.keystile.app.console.Notice;
import io.keystile.app.console.Tone;

/** What is said once after something was done to a key. */
enum KeyNotice implements Notice {
  SAVED("The key is saved as it stands here. That is in force already."),
  ENABLED("The key is switched on."),
  DISABLED("The key is switched off. Whoever uses it is refused from now on."),
  DELETED("The key is deleted. Whoever uses it is refused from now on."),
  SENT_BEFORE(
      "This form was sent before, and did its work then. A key is shown only once: if it is lost,"
          + " rotate it.",
      Tone.WARN),
  REFUSED(
      "Nothing was done: the key comes from the environment, or somebody changed it meanwhile.",
      Tone.BAD);

  private final String text;
  private final Tone tone;

  KeyNotice(String text) {
    this(text, Tone.GOOD);
  }

  KeyNotice(String text, Tone tone) {
    this.text = text;
    this.tone = tone;
  }

  @Override
  public String text() {
    return text;
  }

  @Override
  public Tone tone() {
    return tone;
  }
}
