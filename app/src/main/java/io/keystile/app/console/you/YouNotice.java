package io.keystile.app.console.you;

import io.keystile.app.console.Notice;

/** What the page of one's own account says once. */
enum YouNotice implements Notice {
  PASSWORD_CHANGED("The password was changed. You are signed out everywhere else."),
  SESSION_ENDED("The session has ended."),
  OTHERS_ENDED("You are signed out everywhere else.");

  private final String text;

  YouNotice(String text) {
    this.text = text;
  }

  @Override
  public String text() {
    return text;
  }
}
