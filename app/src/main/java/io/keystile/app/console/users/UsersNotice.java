package io.keystile.app.console.users;

import io.keystile.app.console.Notice;

/** What the pages of users say once. */
enum UsersNotice implements Notice {
  ADDED("The user can sign in now. Tell them the password on a safe way; they can change it."),
  ROLE_CHANGED("The role was changed; it is in force at once."),
  PASSWORD_CHANGED("The password was changed, and the user is signed out everywhere."),
  REMOVED("The user was removed and is signed out everywhere.");

  private final String text;

  UsersNotice(String text) {
    this.text = text;
  }

  @Override
  public String text() {
    return text;
  }
}
