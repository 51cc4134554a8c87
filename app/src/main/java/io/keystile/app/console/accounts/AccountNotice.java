package io.keystile.app.console.accounts;

import io.keystile.app.console.Notice;

/** What pages about accounts say once. */
enum AccountNotice implements Notice {
  ADDED("The account is made. Choose it as the owner when you make or edit a key."),
  SAVED("The account is changed, for all of its keys at once."),
  ENABLED(
      "The account is switched on: its keys work again, but for those that are off themselves."),
  DISABLED("The account is switched off: all of its keys are refused from now on."),
  DELETED("The account is deleted.");

  private final String text;

  AccountNotice(String text) {
    this.text = text;
  }

  @Override
  public String text() {
    return text;
  }
}
