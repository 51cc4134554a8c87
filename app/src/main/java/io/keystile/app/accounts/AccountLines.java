package io.keystile.app.accounts;

import io.keystile.auth.keys.Account;

/** An account as people read it. */
final class AccountLines {

  private AccountLines() {}

  static String of(Account account) {
    return account.name()
        + "  "
        + (account.enabled() ? "enabled" : "disabled")
        + "  "
        + (account.scopes().grants().isEmpty() ? "(none)" : account.scopes())
        + (account.description() == null ? "" : "  " + account.description());
  }
}
