package io.keystile.app.console.settings;

import io.keystile.app.console.Notice;
import io.keystile.app.console.Tone;

/** What the pages of settings say once. */
enum SettingsNotice implements Notice {
  SAVED("The setting is changed, and in force from the next request on."),
  RESET("The setting is back at its default, which is in force from the next request on."),
  ON("API authentication is on: from now on every call to the API needs a key."),
  OFF("API authentication is off: from now on the API asks nobody for a key.", Tone.WARN);

  private final String text;
  private final Tone tone;

  SettingsNotice(String text) {
    this(text, Tone.GOOD);
  }

  SettingsNotice(String text, Tone tone) {
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
