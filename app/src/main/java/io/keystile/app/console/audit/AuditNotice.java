package io.keystile.app.console.audit;

import io.keystile.app.console.Notice;
import io.keystile.app.console.Tone;

/** What is said once on pages of the audit log. */
enum AuditNotice implements Notice {
  BUSY("Other long work goes on at the moment. Try again when it is done.", Tone.WARN);

  private final String text;
  private final Tone tone;

  AuditNotice(String text, Tone tone) {
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
